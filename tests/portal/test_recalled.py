"""An article's page says what the article recalls, and leads to where that was reported when it happened."""

import html
import re

import msgspec
import pytest

from letopis.archive.engine import open_archive
from letopis.model import Earlier, Event, Recalled
from letopis.portal.app import portal
from tests.portal.conftest import LINE, VESTNIK, Reader, address, capture, member, reading, story_of


def recalling(page):
    """Return the reading of a page whose last paragraph recalls a signing on the day it names."""
    read = reading(page)
    last = read.article.blocks[-1].span
    event = Event(kind="signing", status="done", span=last, trigger=last, moment=0, background=True, rule="test")
    record = msgspec.structs.replace(read.record, events=(event,), background=(last,), recalled=(Recalled(last, 0, 0),))
    return msgspec.structs.replace(read, record=record)


@pytest.fixture(params=[True, False], ids=["another story", "the same story"])
def shown(request, tmp_path):
    """Return whether an article recalls another story, and its page."""
    with open_archive(tmp_path, write=True) as archive:
        before = archive.keep(reading(LINE), capture(address(LINE), "before")).article
        now = archive.keep(recalling(VESTNIK), capture(address(VESTNIK), "now")).article
        first, second = archive.next_story(), archive.next_story()
        here = second if request.param else first
        plain = msgspec.structs.replace(
            story_of([before] * 5, first), said=(), timeline=(), disagreements=(), members=(member(before, LINE),)
        )
        members = (member(now, VESTNIK),) if request.param else (*plain.members, member(now, VESTNIK))
        told = Earlier(article=now, recalled=0, story=first, report=before)
        archive.tell([plain, msgspec.structs.replace(plain, id=here, members=members, earlier=(told,))])
        yield request.param, Reader(portal(archive)).get(f"/articles/{now}", Accept_Language="ru").text


def test_the_page_says_what_is_recalled_and_leads_there(shown):
    another, page = shown
    section = page.partition("recalled")[2].partition("</section>")[0]
    assert "подписание, состоялось, " in re.sub(r"<[^>]+>", "", html.unescape(section)).replace("\xa0", " ")
    assert ("предыдущий сюжет:" in section, 'href="/stories/1"' in section) == (another, another)
    assert ("об этом сообщалось:" in section, 'href="/articles/1"' in section) == (not another, not another)
    assert LINE.title in section
    assert 'href="#b0"' in section
    assert 'id="b0"' in page
