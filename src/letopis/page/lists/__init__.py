"""Grove and the article's leaves → the headlines of other articles in their lists, and the kind of the page."""
