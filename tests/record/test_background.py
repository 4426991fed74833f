"""What recalls earlier news is told apart from the news itself."""

import msgspec

from letopis.language.parse import parse
from letopis.model import Article, Block, Dated, Span
from letopis.record import record
from letopis.record.background import background
from letopis.record.events import events
from letopis.record.findings import Findings
from letopis.record.moments import times_told


def article_of(*paragraphs, day="2024-11-27"):
    text, blocks = "", []
    for paragraph in paragraphs:
        text += "\n\n" if text else ""
        blocks.append(Block("paragraph", Span(len(text), len(text) + len(paragraph))))
        text += paragraph
    return Article(url=None, text=text, blocks=tuple(blocks), published=Dated(day, "time"), language="ru")


def read(*paragraphs, **others):
    article = article_of(*paragraphs, **others)
    parsed = parse(article.text, "ru", tuple(block.span for block in article.blocks))
    told = times_told(article, parsed)
    return article, parsed, told.moments, background(article, parsed, told)


def recalled(*paragraphs, **others):
    article, _, _, spans = read(*paragraphs, **others)
    return [span.of(article.text) for span in spans]


LEAD = "Суд в Гомеле сегодня продлил арест директору рынка Павлу Гуляеву."


def test_a_reminder_opens_background_to_the_end_of_its_paragraph():
    reminder = "Напомним, Гуляева задержали после жалоб торговцев. Обыск шёл всю ночь."
    assert recalled(LEAD, "Судья отказал в залоге. " + reminder) == [reminder]


def test_ranee_opens_background():
    assert recalled(LEAD, "Ранее адвокат просил отпустить его домой.") == ["Ранее адвокат просил отпустить его домой."]


def test_a_word_that_only_begins_alike_does_not():
    assert recalled(LEAD, "Ранеевский рынок закрыт на ремонт.") == []


def test_the_next_paragraph_goes_on_while_it_names_the_same_people():
    reminder = "Напомним, осенью торговцы пожаловались на Гуляева в Минск."
    speech = "— Мы платили за каждый метр, — рассказала тогда Нина Лось о порядках Гуляева."
    assert recalled(LEAD, reminder, speech, "Погода на выходных будет сухой.") == [reminder, speech]


def test_a_paragraph_of_today_ends_the_recollection():
    reminder = "Напомним, торговцы пожаловались на Гуляева."
    today = "Сегодня Гуляев в суде молчал."
    assert recalled(LEAD, reminder, today) == [reminder]


def test_a_sentence_about_an_earlier_year_is_background():
    earlier = "В ноябре 2022 года рынок уже проверяли."
    assert recalled(LEAD, f"В зале были родственники. {earlier}") == [earlier]


def test_the_lead_is_never_background_by_its_dates():
    assert recalled("В 2019 году здесь открыли рынок.", "Теперь его закрывают.") == []


def test_events_inside_background_say_so():
    article, parsed, when, spans = read(LEAD, "Напомним, Гуляева задержали в октябре 2023 года.")
    found = events(article, parsed, Findings(moments=when, background=spans))
    assert [(event.kind, event.background) for event in found] == [("arrest", False), ("arrest", True)]


def pointed(*paragraphs):
    article = article_of(*paragraphs)
    read = record(article)
    assert [one.span for one in read.recalled] == list(read.background)
    return [
        (
            None if one.event is None else read.events[one.event].kind,
            None if one.moment is None else read.moments[one.moment].span.of(article.text),
        )
        for one in read.recalled
    ]


def test_background_points_at_the_event_it_recalls_and_its_day():
    assert pointed(LEAD, "Напомним, Гуляева задержали 2 октября после жалоб.") == [("arrest", "2 октября")]


def test_of_several_events_it_points_at_the_one_with_a_time():
    reminder = "Напомним, после приговора торговцы выходили на митинг. Гуляева задержали 2 октября."
    assert pointed(LEAD, reminder) == [("arrest", "2 октября")]


def test_what_was_only_planned_is_not_what_background_points_at():
    assert pointed(LEAD, "Ранее адвокат сообщил, что приговор огласят в декабре.") == [(None, "декабре")]


def test_a_paragraph_that_goes_on_points_at_what_the_one_before_recalls():
    reminder = "Напомним, Гуляева задержали 2 октября."
    speech = "— Мы платили за каждый метр, — рассказала тогда Нина Лось о порядках Гуляева."
    assert pointed(LEAD, reminder, speech) == [("arrest", "2 октября"), ("arrest", "2 октября")]


def test_background_without_event_or_time_points_nowhere():
    assert pointed(LEAD, "Напомним, торговцы жаловались на Гуляева.") == [(None, None)]


def test_without_words_of_recalling_nothing_is_background():
    assert recalled(LEAD, "Он останется под стражей до 3 февраля.") == []


def test_a_time_told_aside_does_not_make_background():
    assert recalled(LEAD, "Склад, построенный в 1975 году, опечатали.") == []


def test_under_a_headline_the_first_paragraph_is_never_background_by_its_dates():
    article = article_of("Дело о рынке", "В 2019 году здесь открыли рынок.", "В 2020 году его закрыли.")
    headline, *rest = article.blocks
    article = msgspec.structs.replace(article, blocks=(Block("headline", headline.span), *rest))
    parsed = parse(article.text, "ru", tuple(block.span for block in article.blocks))
    found = background(article, parsed, times_told(article, parsed))
    assert [span.of(article.text) for span in found] == ["В 2020 году его закрыли."]


def test_a_caption_is_no_recollection():
    article = article_of(LEAD, "Площадь в Гомеле, 2019 год.", "Судья молчал.")
    first, second, third = article.blocks
    article = msgspec.structs.replace(article, blocks=(first, Block("caption", second.span), third))
    parsed = parse(article.text, "ru", tuple(block.span for block in article.blocks))
    assert background(article, parsed, times_told(article, parsed)) == ()


def test_what_is_recalled_in_passing_does_not_make_the_next_paragraph_background():
    recalled_here = "Ранее бывший мэр Нил Лось обещал прийти."
    assert recalled(LEAD, f"Судья отказал в залоге. {recalled_here}", "Лось в суд не пришёл.") == [recalled_here]


def test_whom_the_news_is_about_ties_no_paragraph_to_a_recollection():
    reminder = "Ранее Гуляев заявлял, что невиновен, напоминает «Вестник»."
    assert recalled(LEAD, reminder, "Гуляев назвал дело местью. Так он сказал в интервью.") == [reminder]


def test_what_a_reminder_tells_of_the_day_of_writing_is_news():
    reminder = "Напомним, Гуляева задержали осенью."
    assert recalled(LEAD, f"{reminder} Сегодня он молчал.") == [reminder]


def said(*paragraphs):
    read = record(article_of(*paragraphs))
    return [(statement.background, statement.moment) for statement in read.statements]


def test_whom_the_news_is_about_speaks_today_below_what_is_recalled():
    assert said(
        "Суд продлил арест директору рынка Павлу Гуляеву.",
        "Напомним, Гуляева задержали 2 октября.",
        "«Я всё сказал», — заявил Гуляев.",
    ) == [(False, None)]


def test_who_is_named_only_in_what_is_recalled_speaks_there():
    reminder = "Напомним, 2 октября на рынке побывала Нина Лось."
    assert said(LEAD, reminder, "«Здесь дорого», — заявила Лось.") == [(True, 1)]


def test_who_is_named_last_in_a_recollection_speaks_on_its_occasion():
    page = article_of(
        "Глава порта Анна Лугова встретила мэра Олега Рогова.",
        "Напомним, на встрече в ноябре 2023 года Рогов хвалил мост. Присутствовавшая там Лугова раскритиковала его.",
        "— Мост слишком узкий, — сказала Лугова.",
    )
    assert record(page).statements[-1].background
