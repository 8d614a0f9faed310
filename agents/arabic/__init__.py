"""What all stages share about the language: folding, tokens, clitics, quotation marks, lists of words. Pure."""
