"""Names that no lexicon has: small networks that run on NumPy alone, or an encoder that runs on onnxruntime."""

from agents.tag_entities.name_model.chooser import NameTagger, choose
from agents.tag_entities.name_model.model import NameModel, NameSpan

__all__ = ["NameModel", "NameSpan", "NameTagger", "choose"]
