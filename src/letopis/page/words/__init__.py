"""The words of a page as it spells them, and as a reader sees them."""
