"""Makes what the stages load: the lexicon and the models. Needs packages of its own; nobody imports it."""
