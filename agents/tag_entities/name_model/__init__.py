"""Names that no lexicon has: small networks that run on NumPy alone, or an encoder that runs on onnxruntime."""
