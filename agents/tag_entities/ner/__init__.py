"""Names that no lexicon has: small networks that run on NumPy alone, or an encoder that runs on onnxruntime."""

from agents.tag_entities.ner.choose import NameTagger, choose
from agents.tag_entities.ner.model import NameModel, NameSpan

__all__ = ["NameModel", "NameSpan", "NameTagger", "choose"]
