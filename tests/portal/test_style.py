"""The stylesheet keeps its promises: contrast in light and dark, marks told apart by line as well as hue."""

import re
from importlib.resources import files

import pytest

STYLE = (files("letopis.portal") / "static" / "style.css").read_text(encoding="utf8")
SCHEMES = {"light": STYLE.split("prefers-color-scheme: dark")[0], "dark": STYLE.split("prefers-color-scheme: dark")[1]}


def ink(scheme, name):
    """Return the luminance of a colour of a scheme."""
    (written,) = re.findall(rf"--{name}: #([0-9a-f]{{6}})", SCHEMES[scheme])[:1]
    parts = [int(written[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(scheme, name):
    """Return the contrast of a colour with the paper."""
    darker, lighter = sorted((ink(scheme, name), ink(scheme, "paper")))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["ink", "old"])
def test_text_can_be_read_by_tired_eyes(scheme, name):
    assert contrast(scheme, name) >= 7


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("name", ["soft", "accent", "statement", "person", "time", "place", "cut", "added"])
def test_everything_else_has_contrast_enough(scheme, name):
    assert contrast(scheme, name) >= 4.5


def test_four_kinds_of_marks_have_four_kinds_of_lines():
    lines = re.findall(r"^\.mark\.(?:statement|person|time|place) \{ text-decoration-style: (\w+)", STYLE, re.MULTILINE)
    assert sorted(lines) == ["dashed", "dotted", "double", "solid"]


def test_nothing_comes_from_elsewhere():
    assert "url(" not in STYLE
    assert "@import" not in STYLE
