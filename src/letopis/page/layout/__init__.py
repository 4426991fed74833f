"""Grove and the article's leaves → blocks and text, teasers, the kind of the page; and a guard before the parse."""
