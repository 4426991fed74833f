"""The portal answers only to its own names, and every answer keeps its reader safe."""

import pytest

from letopis.portal.app import portal

PATHS = ("/", "/nowhere", "/articles/1", "/articles/1/capture", "/static/style.css", "/days/never", "/stories/2")
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_safe_headers(reader, path):
    headers = reader.get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.1:8800", "localhost:8800", "[::1]:8800", "LOCALHOST"])
def test_the_portal_answers_to_its_own_names(reader, host):
    assert reader.get("/outlets", Host=host).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example.org", "127.0.0.1.evil.example.org", "", "[::2]", "localhost.", "@127.0.0.1"]
)
def test_a_name_that_only_leads_here_is_refused(reader, host):
    answer = reader.get("/", Host=host)
    assert answer.status_code == 400
    assert "content-security-policy" in answer.headers


def test_a_configured_name_is_answered(archive, reader):
    named = type(reader)(portal(archive, hosts=("Letopis.example.org",)))
    assert named.get("/", Host="letopis.example.org:443").status_code == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_changed(reader, method):
    assert reader.get("/search", method).status_code == 405


def test_an_error_of_ours_is_drawn_and_safe(reader):
    class Broken:
        def edition(self, day=None):
            raise RuntimeError("the disk is gone")

    answer = type(reader)(portal(Broken())).get("/", Accept_Language="en")
    assert answer.status_code == 500
    assert answer.headers["content-security-policy"] == POLICY
    assert "Nothing in the archive is lost" in answer.text
    assert "the disk is gone" not in answer.text


def test_no_page_has_style_or_script_of_its_own(reader):
    for path in ("/", "/stories/1", "/articles/1", "/people/1", "/search?q=мост"):
        page = reader.get(path).text
        assert " style=" not in page
        assert "<style" not in page
        assert " onclick" not in page


def test_a_page_the_browser_holds_is_not_sent_again(reader):
    tag = reader.get("/").headers["etag"]
    again = reader.get("/", If_None_Match=f'W/"other", {tag}')
    assert (again.status_code, again.content) == (304, b"")
    assert reader.get("/", If_None_Match='"other"').status_code == 200


def test_the_head_of_a_page_is_the_pages_own(reader):
    assert reader.get("/", "HEAD").headers["etag"] == reader.get("/").headers["etag"]


def test_the_stylesheet_may_be_kept_for_ever_under_its_address(reader):
    assert "immutable" in reader.get("/static/style.css").headers["cache-control"]
    assert reader.get("/static/../app.py").status_code == 404
