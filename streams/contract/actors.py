"""Who stands at the topics, besides the stages and commands that are there."""

EXTERNAL = frozenset({"users", "producers"})
"""Programs that are not Rasid's."""
LATER = {"serve": "an HTTP API and a live page"}
"""Stages that topics name and that are not there yet, and what they will give."""
