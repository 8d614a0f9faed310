"""The measurements behind `rasid evaluate`: one module for each stage that can be measured."""
