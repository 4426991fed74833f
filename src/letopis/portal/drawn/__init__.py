"""Values → what a template can draw: marks in a text, differences, charts; no request, no archive."""
