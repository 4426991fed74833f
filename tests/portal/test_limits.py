"""An article's page names its tags, each of which leads to a search, and says what of the article was not open."""

import msgspec
import pytest

from letopis.archive.engine import open_archive
from letopis.portal.app import portal
from tests.portal.conftest import LINE, Reader, address, capture, reading


@pytest.mark.parametrize(
    ("access", "told"), [("paywalled", "за платным доступом"), ("truncated", "оборвана"), ("free", None), (None, None)]
)
def test_the_page_says_what_was_not_open_and_names_its_tags(access, told, tmp_path):
    read = reading(LINE)
    article = msgspec.structs.replace(read.article, access=access, tags=("Порт", "Мост & паром"))
    with open_archive(tmp_path, write=True) as archive:
        kept = archive.keep(msgspec.structs.replace(read, article=article), capture(address(LINE), "body")).article
        page = Reader(portal(archive)).get(f"/articles/{kept}", Accept_Language="ru").text
    assert ('class="limit"' in page) == bool(told)
    assert told is None or told in page
    assert ">Порт</a>, " in page
    assert "Мост &amp; паром</a></p>" in page
    assert "/search?q=%D0%9F%D0%BE%D1%80%D1%82" in page
