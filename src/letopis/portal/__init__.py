"""Archive → web pages for people, JSON and feeds for programs."""
