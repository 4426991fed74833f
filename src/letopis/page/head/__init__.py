"""What the head of a page and the lines around its headline tell of the article."""
