"""A reader walks the portal: front page, story, article, statement, person, search; on a phone and on a desk."""

import pytest

PHONE, DESK, NARROWEST = 390, 1280, 360
SIZES = [pytest.param(PHONE, id="phone"), pytest.param(DESK, id="desk")]
BY_A_PERSON = ".voices .voice:has(h3 a.speaker) blockquote a"


def fits(page):
    """Say whether nothing of a page lies beyond its right edge."""
    return page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def follow(page, place):
    """Click, and wait until the page it leads to stands."""
    with page.expect_navigation():
        page.locator(place).first.click()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", SIZES)
def test_a_reader_walks_from_the_front_page_to_a_statement_a_person_and_a_search(address, window, shelf, width, scheme):
    page = window(width, scheme)

    def seen(name):
        assert fits(page), name
        page.screenshot(path=shelf / f"{name}-{width}-{scheme}.png", full_page=True)

    page.goto(address)
    assert page.locator(".lead").count() >= 1
    seen("front")
    follow(page, ".lead h2 a")
    assert "/stories/" in page.url
    seen("story")

    follow(page, BY_A_PERSON)
    assert "/articles/" in page.url
    number = page.url.rpartition("#s")[2]
    assert page.locator(f"#s{number}").is_visible()
    seen("article")

    follow(page, f'a.ref[href="#n-s{number}"]')
    assert page.locator(f"#n-s{number}").is_visible()
    assert page.evaluate(f"document.querySelector(':target').id === 'n-s{number}'")
    page.screenshot(path=shelf / f"statement-{width}-{scheme}.png")

    follow(page, f"#n-s{number} b a")
    assert "/people/" in page.url
    name = page.locator("h1").inner_text()
    seen("person")

    page.locator("#q").fill(name)
    follow(page, ".find button")
    assert "/search" in page.url
    assert page.locator(".found li mark").count() >= 1
    seen("search")
    assert page.complaints == []


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize(
    "path", ["/people", "/outlets", "/fronts/1", "/refusals", "/search?q=мост", "/search?q=слон", "/nowhere"]
)
def test_every_other_page_fits_its_window(address, window, shelf, width, path):
    page = window(width)
    page.goto(address + path)
    assert fits(page)
    name = path.strip("/").replace("?q=", "-").replace("/", "-")
    page.screenshot(path=shelf / f"{name}-{width}.png", full_page=True)


def test_a_mark_and_its_note_light_up_together(address, window):
    page = window(DESK)
    page.goto(f"{address}/search?q=сказал")
    follow(page, ".found .source a")
    mark = page.locator(".row .mark.k1").first
    note = page.locator(".row:has(.mark.k1) .n1").first

    def edge():
        return note.evaluate("element => getComputedStyle(element).borderLeftColor")

    still = edge()
    mark.hover()
    assert edge() != still


def test_the_first_key_leads_past_the_masthead(address, window):
    page = window(DESK)
    page.goto(address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_the_language_of_the_browser_is_spoken_until_another_is_chosen(address, window):
    page = window(DESK, locale="uk-UA")
    page.goto(address)
    assert page.locator("html").get_attribute("lang") == "uk"
    follow(page, ".tongues a[lang=be]")
    page.goto(f"{address}/outlets")
    assert page.locator("html").get_attribute("lang") == "be"


def test_the_dark_is_dark(address, window):
    page = window(DESK, "dark")
    page.goto(address)
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(22, 22, 20)"


def test_nothing_of_a_hostile_page_runs(hostile_address, window):
    page = window(DESK)
    for path in ("/", "/articles/1", "/stories/1", "/people/1", "/search?q=мост", "/outlets"):
        page.goto(hostile_address + path)
        assert page.evaluate("document.scripts.length") == 0
        assert page.locator("main img, main [onerror], main [onload], a[href^='javascript']").count() == 0
    assert [said for said in page.complaints if "404" not in said] == []


@pytest.mark.parametrize("path", ["/", "/outlets", "/people", "/refusals", "/search?q=speaker:", "/search?q=мост"])
def test_the_narrowest_phone_shows_each_page_whole(address, window, path):
    page = window(NARROWEST, "light")
    page.goto(address + path)
    assert fits(page)
    assert page.evaluate("[...document.querySelectorAll('.wide')].every(box => box.scrollWidth <= box.clientWidth)")
