"""Names of people, places, organisations and other things, found by a trained model."""

from agents.tag_entities.ner.model import NameModel, NameSpan

__all__ = ["NameModel", "NameSpan"]
