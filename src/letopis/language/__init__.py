"""Text → words: sentences, lemmas, names, and the word lists of each tongue."""
