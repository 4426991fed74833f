"""Small pages without data: what their outlet is called, by the address, the title, the masthead, the copyright."""

import pytest

from letopis.gather.files import capture_of
from letopis.page import read
from letopis.page.outlet.colophon import owner_of
from letopis.page.outlet.sounds import sounds_of

WORDS = "The ferry over the Luga runs again since Monday, after three weeks in which carts went round by the mill."
BODY = f"<h1>The ferry runs again</h1><p>{WORDS}</p><p>{WORDS[::-1]}</p><p>{WORDS.upper()}</p>"
HOME = "https://news.goryansk-vestnik.example/2026/ferry"


def outlet(title="The ferry runs again", head="", above="", below="", url=HOME):
    html = f"<html><head><title>{title}</title>{head}</head><body>{above}{BODY}{below}</body></html>"
    return read(capture_of(url, html.encode(), "page.html")).outlet


OWNERS = [
    ("© 2004–2013 «Горянский вестник». Все права защищены.", "Горянский вестник"),
    ('© ИА "Вестник", 2005-2013', 'ИА "Вестник"'),
    ("Все права защищены. © 1995 - 2013 Вестник.", "Вестник"),
    ("Вестник © 2008—2013", "Вестник"),
    ("© Vestnik.example – the quickest news 2000-2013", "Vestnik.example"),
    ("Copyright 2026 Ann S. Lee · Privacy", "Ann S. Lee"),
    ("© ООО «Вестник-Медиа», 2012", None),
    ("© 2026 Goryansk Press Ltd.", None),
    ("Copyright Notices", None),
    ("Photo © Goryansk Press", None),
]


@pytest.mark.parametrize(("line", "name"), OWNERS)
def test_a_line_of_copyright_names_the_outlet_but_no_firm(line, name):
    assert owner_of(line) == name


SPELLINGS = [
    ("Горянский вестник", "goryansky-vestnik", False),
    ("Горянск-вестник", "goryansk-vestnik", True),
    ("Жихарь", "zhikhar", True),
    ("РБК", "rbc", True),
    ("Pусь", "rus", True),  # with a Latin "P"
]


@pytest.mark.parametrize(("name", "site", "alike"), SPELLINGS)
def test_a_name_sounds_as_the_address_that_spells_it(name, site, alike):
    assert (sounds_of(name) == sounds_of(site)) == alike


PRINTED = [
    ({"title": "The ferry runs again - Горянск-Вестник™"}, "Горянск-Вестник"),
    ({"above": '<a href="/"><img src="/l.png" alt="Goryansk Vestnik"></a>'}, "Goryansk Vestnik"),
    ({"above": '<a href="https://other.example/">Goryansk Vestnik</a>'}, None),
    ({"below": "<footer><p>© 2012 The Evening Star</p></footer>"}, "The Evening Star"),
    ({"title": "The ferry runs again - The Comet", "below": "<p>© 2012 The Evening Star</p>"}, None),
    (
        {"head": '<meta property="og:site_name" content="goryanskvestnik">', "title": "Ferry | Goryansk Vestnik"},
        "Goryansk Vestnik",
    ),
    ({"head": '<meta property="og:site_name" content="goryanskvestnik">'}, "goryanskvestnik"),
    ({"head": '<meta property="og:site_name" content="The Star">', "title": "Ferry | Goryansk Vestnik"}, "The Star"),
    ({}, None),
]


@pytest.mark.parametrize(("page", "name"), PRINTED)
def test_an_outlet_is_called_as_it_is_printed(page, name):
    assert outlet(**page) == name
