"""A phrase that names who speaks → whom it means: a person, a house, a text, a role, or nobody we know."""
