"""A feed's entries become pages, addresses to fetch, or refusals."""

import time

import pytest

from letopis.gather.sources import captures_of
from letopis.settings import Settings

RSS = """<?xml version="1.0" encoding="windows-1251"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Речной вестник</title><link>https://rechnoy.example/</link><language>ru</language>
<item><title>Мост &amp; паром</title><link>/news/1</link><pubDate>Wed, 04 Nov 2026 09:30:00 +0300</pubDate>
<dc:creator>Анна Лугова</dc:creator><content:encoded><![CDATA[<p>Мост снова открыт.</p>]]></content:encoded></item>
<item><title>Паром</title><link>https://rechnoy.example/news/2</link><description>Коротко.</description></item>
<item><title>Без адреса</title></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Harbour Post</title>
<entry><title>Bridge reopens</title><link href="https://harbour.example/bridge"/><published>2026-11-04T06:30:00Z</published>
<author><name>Ann Lugova</name></author><content type="html">&lt;p&gt;The bridge is open.&lt;/p&gt;</content></entry></feed>"""


def read(folder, feed):
    (folder / "feed.xml").write_bytes(feed if isinstance(feed, bytes) else feed.encode())
    return list(captures_of(str(folder / "feed.xml"), Settings()))


def test_an_entry_in_full_is_a_page_and_a_summary_says_what_to_do(tmp_path):
    page, summary, empty = read(tmp_path, RSS.encode("windows-1251"))
    html = page.body.decode()
    assert page.url == "https://rechnoy.example/news/1"
    assert "<h1>Мост &amp; паром</h1>" in html
    assert "<p>Мост снова открыт.</p>" in html
    assert 'content="2026-11-04T06:30:00+00:00"' in html
    assert 'content="Анна Лугова"' in html
    assert 'content="Речной вестник"' in html
    assert '<html lang="ru">' in html
    assert (summary.url, summary.reason.split(";")[0]) == (
        "https://rechnoy.example/news/2",
        "the feed prints only a summary",
    )
    assert empty.reason == "an entry without text or link"


def test_atom_is_read_as_rss_is(tmp_path):
    [page] = read(tmp_path, ATOM)
    assert page.url == "https://harbour.example/bridge"
    assert "<p>The bridge is open.</p>" in page.body.decode()


BOMB = '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
HOSTILE = [
    BOMB + "]><rss><channel><title>&i;</title></channel></rss>",
    '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]><rss><channel><title>&x;</title></channel></rss>',
    '<?xml version="1.0"?><rss>' + "<item>" * 100_000,
    '<?xml version="1.0"?><rss>' + "<item>" * 100_000 + "</item>" * 100_000 + "</rss>",
    "<rss><channel></channel></rss>"[:-9],
]


@pytest.mark.parametrize("feed", HOSTILE)
def test_a_hostile_feed_is_refused_at_once(tmp_path, feed):
    start = time.process_time()
    [refusal] = read(tmp_path, feed)
    assert refusal.reason.startswith("not a readable feed")
    assert time.process_time() - start < 10  # a bomb that went off takes minutes
