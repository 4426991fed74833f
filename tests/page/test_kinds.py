"""What kind a page is: lists of news in the shapes sites give them are front pages and sections, articles stay articles."""

import json

import pytest

from letopis.gather.files import capture_of
from letopis.model import Article, FrontPage, Refusal
from letopis.page import read

NEWS = [
    (
        "Речной порт получил второй кран",
        "Кран везли три недели на барже, и ещё неделю ждали, пока спадёт вода. Разгружать баржи теперь будут вдвое быстрее.",
    ),
    (
        "Совет отложил бюджет до марта",
        "Депутаты не договорились, сколько дать на дороги. До весны город живёт по прошлогодним строкам, пообещал мэр.",
    ),
    (
        "На Гончарной снова нет воды",
        "Трубу обещают заварить к вечеру. Жильцы третьего подъезда завели тетрадь, куда пишут обещанные им даты.",
    ),
    (
        "Школьники нашли якорь у дамбы",
        "Якорь весит двести килограммов и лежал в иле не меньше века. Его поставят во дворе школы, решил совет.",
    ),
    (
        "Музей сукна ищет старые станки",
        "Станки нужны для нового зала. Сотрудники просят горожан заглянуть в сараи и на чердаки, пока не выпал снег.",
    ),
    (
        "Трамвай номер шесть пустят в объезд",
        "Причиной назвали ремонт моста. Объезд продлится до конца ноября, билеты в тоннеле будут действовать час.",
    ),
]
SHAPES = {
    "headlines alone": '<li><a href="/n/{n}">{title}</a></li>',
    "leads below headlines": '<article><h2 class="entry-title"><a href="/n/{n}">{title}</a></h2><p>{lead}</p><a href="/n/{n}">Читать далее</a></article>',
    "whole posts": '<article><h2><a href="/n/{n}">{title}</a></h2><p>{lead}</p><p>{lead} {lead}</p></article>',
    "cards that are links": '<a class="card" href="/n/{n}"><h3>{title}</h3><p>{lead}</p></a>',
    "cards in boxes": '<div class="item"><a class="t" href="/n/{n}">{title}</a><div class="d">{lead}</div><span>0{n}.11.2026</span></div>',
    "rows of a table": '<table><tr><td><b><a href="/n/{n}">{title}</a></b><br>{lead} <a href="/n/{n}">подробнее</a></td></tr></table>',
}
HOME, CITY = "https://pristan.example/", "https://pristan.example/gorod/"


def page(shape, times=1, above="", head=""):
    """Return a page of the news in one shape."""
    items = [
        SHAPES[shape].format(n=number, title=title if times == 1 else f"{title}, часть {number}", lead=lead)
        for number, (title, lead) in enumerate(NEWS * times, 1)
    ]
    return (
        f'<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Пристань</title>{head}</head><body><header>'
        f'<a href="/">Пристань</a><nav><a href="/gorod">Город</a></nav></header><main>{above}{"".join(items)}</main></body></html>'
    )


def found(html, url=HOME):
    return read(capture_of(url, html.encode(), "page.html"))


def ld(*things):
    return f'<script type="application/ld+json">{json.dumps(things, ensure_ascii=False)}</script>'


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    ("url", "kind"), [(HOME, "front"), (f"{HOME}ru/", "front"), (CITY, "section"), (f"{HOME}?page=2", "section")]
)
def test_a_list_of_news_is_one_in_any_shape_and_its_address_says_which(shape, url, kind):
    listed = found(page(shape), url)
    assert isinstance(listed, FrontPage), listed
    assert listed.kind == kind
    assert [teaser.title for teaser in listed.teasers] == [title for title, _ in NEWS]
    assert [teaser.url for teaser in listed.teasers] == [f"{HOME}n/{number}" for number in range(1, len(NEWS) + 1)]


def test_a_front_page_whose_data_describe_its_articles_is_still_one():
    data = ld(*({"@type": "NewsArticle", "headline": title} for title, _ in NEWS))
    assert isinstance(found(page("leads below headlines", head=data)), FrontPage)


PROSE = "".join(f"<p>{lead} {NEWS[0][1]} {NEWS[1][1]}</p>" for _, lead in NEWS)
ARTICLE = f"<article><h1>Как порт ждал второго крана семь лет</h1>{PROSE}</article>"


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize(
    "head", ["", '<meta property="og:type" content="article">', ld({"@type": "ItemList"}), ld({"@type": "NewsArticle"})]
)
def test_an_article_above_a_list_of_news_stays_an_article(shape, head):
    read_as = found(page(shape, 3, ARTICLE, head), f"{CITY}kran")
    assert isinstance(read_as, Article), read_as
    assert read_as.kind == "article"


@pytest.mark.parametrize(
    ("html", "reason"),
    [
        ("<h1>Ошибка 404</h1><p>Такой страницы нет.</p>", "not found"),
        ("<h1>Мы используем cookie</h1><p>Нажмите «принять», чтобы мы могли хранить файлы cookie.</p>", "consent wall"),
        ('<h1>Ледоход</h1><iframe src="/v/1"></iframe>', "no article: video only"),
        (f"<h1>Теги</h1>{''.join(f'<a href=/t/{n}>тег {n}</a> ' for n in range(40))}", "no article: list of 40 links"),
        ("<h1>Пусто</h1>", "no article: no prose on the page"),
    ],
)
def test_what_is_neither_says_why(html, reason):
    assert found(f"<title>Пристань</title>{html}", f"{CITY}x") == Refusal(f"{CITY}x", reason)
