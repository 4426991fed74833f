"""Articles with their records → stories: grouped, told, ranked."""

from letopis.story.rank import editions
from letopis.story.reported import Reported, Wrote
from letopis.story.weave import Woven, woven

__all__ = ["Reported", "Woven", "Wrote", "editions", "woven"]
