"""A parsed article → what the rules of speech look at: words, quotations, phrases, cues, clauses."""
