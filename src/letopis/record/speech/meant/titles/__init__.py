"""What an article says somebody is → titles by which he may be called again."""
