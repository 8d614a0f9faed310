"""The contract with users, generated: JSON Schemas, an AsyncAPI document, and the reference pages under docs/."""
