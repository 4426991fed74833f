"""A story's articles → the counts that they give differently."""

from letopis.story.counting.disagreements import disagreements_in

__all__ = ["disagreements_in"]
