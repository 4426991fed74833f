"""What a reader marks as said is found, with who said it and by which rule."""

import msgspec
import pytest

from letopis.model import Span
from letopis.record import record, why
from tests.record.speech.marked import article, rows, unmark


def words_of(found, text):
    return [part.of(text) for said in found for part in said.parts]


def folded(name):
    return (name or "-").casefold()


@pytest.mark.parametrize(("rule", "kind", "who", "line"), rows("statements.tsv"))
def test_words_speaker_kind_and_rule_are_a_readers(rule, kind, who, line):
    text, words = unmark(line)
    page = article(text, kind="headline" if rule in {"name_first", "name_last"} else "paragraph")
    found = [said for said in record(page).statements if said.parts[-1].of(page.text) in words]
    assert words_of(found, page.text) == words
    assert {said.kind for said in found} == {kind}
    assert {folded(said.speaker.name) for said in found} == {folded(who)}
    assert {said.rule for said in found} == {rule if rule != "goes_on" else "said_after"}


@pytest.mark.parametrize(("kind", "who", "line"), [*rows("constructions.tsv"), *rows("called_again.tsv")])
def test_whoever_a_paper_brings_in_or_calls_again_is_known(kind, who, line):
    text, words = unmark(line)
    page = article(text)
    said = [one for one in record(page).statements if one.parts[-1].of(page.text) in words]
    assert words_of(said, page.text) == words
    assert {one.kind for one in said} == {kind}
    assert {folded(one.speaker.name) for one in said} == {folded(who)}


@pytest.mark.parametrize(("stance", "line"), rows("stances.tsv"))
def test_what_is_denied_or_doubted_is_told_from_what_is_claimed(stance, line):
    [said] = record(article(line)).statements
    assert (said.stance or "-") == stance


def test_the_same_house_denies_one_thing_and_claims_another():
    page = article("Министерство опровергло, что школы закроют, и сообщило, что занятия продолжатся.")
    assert [said.stance for said in record(page).statements] == ["denied", None]


NOBODY = [
    "Фильм «Левиафан» получил приз жюри.",
    "Так называемые «вежливые люди» стояли у здания.",
    "Ожидается, что переговоры начнутся в пятницу.",
    "Известно, что водитель скрылся.",
    "Суд установил, что взятка была.",
    "По предварительным данным, взорвался газ.",
    "По последней информации, пропали двое.",
    "По официальным данным Анна Рогова скончалась в марте.",
    "Согласно предварительным прогнозам, река обмелеет.",
    "Предполагается, что река обмелеет.",
    "Мэр Пётр Ильин написал «Историю города» и прочёл «Слово о мосте».",
    "Мэр Пётр Ильин выступил с речью:¶Пётр Ильин родился в мае в Бресте. Во время учёбы он строил мосты.",
    "В министерстве подтвердили гибель Ильина:¶Гибель Петра Ильина подтвердили также соседние источники.",
    "Мост закрыли. Когда именно его откроют, пока не сообщается.",
    "Он известен по работам в кино: «Свинарка и пастух» (1941 года), «Дом у моста».",
    "Министра критиковали за весьма спорное, по мнению жителей, решение о строительстве плотины.",
    "Певец Пётр Ильин сообщил о разводе с женой. Об этом он рассказал «Вестнику».",
    "Мост цел. В этом году мэр объявил конкурс. На это время заявлен ремонт.",
    "Экономисты пришли к выводу, что хлеб подорожает.",
    "«Северный вестник» отмечает юбилей. «Вестник» отмечает двадцать лет.",
    "Певица спела ''Песню о старом мосте'' и ''The Old Bridge''.",
    "«Мост готов» — девиз завода. «Белый дом» — лучший хозяин года.",
    "Орлов назначен на новую должность — руководитель порта",
    "Найдены документы, свидетельствующие о том, что мост продан.",
    "Министр призвал закрыть мост.",
    "Иванов сообщил о встрече с министром.",
    "Согласно закону, мост принадлежит городу.",
    "Завод «Красный богатырь» и банк «Восход» подписали договор.",
    "В посольстве не сообщили, что произошло.",
    "Напомним, что мост закрыли в мае.",
    "— хлеб;¶— молоко;¶— соль.",
    "– мнение мэра важно;¶– Канцлер любит мосты, это знают все.",
    "Мост цел. Так, Иван Рогов вчера первым объявил имя кандидата.",
    "Самым богатым по версии журнала «Рубль» стал Иванов.",
    "Слушания по утверждению кандидатуры Иванова отложены.",
    "Совет провёл встречу по оценке ситуации на дорогах.",
    "По предварительным данным расходы на мост составят миллион.",
    "Иванов получает пенсию согласно п. 2 ст. 19 закона о моряках.",
    "Мост закрыли после того, как жители обвинили мэра в обмане.",
    "Ветер стих, на чём и закончилась буря.",
    "Мост закрыли. Боцман рассказал об этом случае внукам.",
    "Мост закрыли. Боцман никому не рассказал об этом.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_where_nobody_speaks_nothing_is_found(text):
    assert record(article(text)).statements == ()


CALLED_AGAIN = [
    ("Президент страны Касым Омаров принял послов. «Мы рады вам», — отметил президент страны.", "Касым Омаров"),
    ("Губернатор Андрей Власов провёл приём. «Школу построим», — пообещал он.", "Андрей Власов"),
    ("Министр Сергей Громов прибыл в город. По его словам, войны не будет.", "Сергей Громов"),
    ("Министр Анна Громова встретила посла Олега Рудя. «Рада вам», — сказала она.", "Анна Громова"),
    ("Певец Элтон Грей отменил концерт. Музыкант добавил, что очень рад отдыху.", "Элтон Грей"),
    ("Экс-мэр Юрий Лужный занялся грибами. «Грибы растут сами», — сообщил Лужный.", "Юрий Лужный"),
    ("Главный специалист-нарколог Пётр Маков дал совет. «Пить вредно», — заявил нарколог.", "Пётр Маков"),
    ("Министр иностранных дел Пётр Маков прилетел. Глава МИД отметил, что рад.", "Пётр Маков"),
    ("Фирма «Рубин» построила завод. Производитель уточняет, что цех готов.", "Рубин"),
    ("Прокуратура Южного края начала проверку. Прокуратура сообщила, что изъяты бумаги.", "Прокуратура Южного края"),
    ("Компания «Рубин» закрылась. Российские издания пишут, что она разорена.", "российские издания"),
    ("Министр Пётр Маков подписал распоряжение. В документе указано, что мост закрыт.", "распоряжение"),
    ("Мэрия Бреста опубликовала комментарий. В нём сказано, что мост закрыт.", "мэрия Бреста"),
    ("Мэрия Бреста опубликовала комментарий. В официальном комментарии отмечается, что мост закрыт.", "мэрия Бреста"),
    (
        "Певец Пётр Маков уехал. Жительница Бреста нашла метеорит. Женщина рассказала, что он ещё тёплый.",
        "жительница Бреста",
    ),
    ("Согласно сообщению «Вестника» со ссылкой на пресс-службу МВД, мост закрыт.", "пресс-служба МВД"),
    ("Председатель комитета Пётр Маков прибыл. Глава комитета заявил, что рад.", "Пётр Маков"),
    ("Судья Пётр Маков вынес решение. В сообщении МВД говорится, что водитель сознался.", "МВД"),
    ("Президент Пётр Маков подписал указ. Глава государства подчеркнул, что откладывать нельзя.", "Пётр Маков"),
]


GOES_ON = (
    "«Суд начался», — сказал прокурор Пётр Усов.¶Судья Олег Ткач открыл заседание.¶Он добавил, что ждёт приговора."
)


def test_he_added_means_whoever_spoke_just_before():
    assert record(article(GOES_ON)).statements[-1].speaker.name == "Пётр Усов"


def test_who_spoke_without_a_name_is_also_the_interlocutor_of_an_agency():
    text = "Поезд сошёл с рельсов, сообщил «Вестнику» представитель дороги. «Жертв нет», — сказал собеседник агентства."
    assert {said.speaker.name for said in record(article(text)).statements} == {"представитель дороги"}


def test_one_of_many_who_spoke_is_one():
    text = "Министр Пётр Усов прилетел. Мост закрыт. Это подтвердил один из участников встречи. «Всё так», — сказал он."
    names = [said.speaker.name for said in record(article(text)).statements]
    assert names == ["один из участников встречи"] * 2


def test_another_doctor_is_not_the_first():
    text = "Врач больницы заявил, что недоволен. По словам другого врача Павла Усова, раненых много."
    assert [said.speaker.name for said in record(article(text)).statements] == ["врач больницы", "Павел Усов"]


def test_a_question_that_the_narrator_quotes_is_not_the_answerers():
    page = article("На вопрос, «когда откроют мост», мэр Пётр Рогов ответил: «Когда он будет готов».")
    (said,) = record(page).statements
    assert said.parts[0].of(page.text) == "Когда он будет готов"


@pytest.mark.parametrize(("text", "who"), CALLED_AGAIN)
def test_who_is_called_again_by_title_or_pronoun_is_the_same_person(text, who):
    assert [said.speaker.name for said in record(article(text)).statements] == [who]


def test_a_block_set_as_a_quotation_belongs_to_nobody_who_is_not_named_with_it():
    page = article("«Мост готов», — сказал Пётр Рогов. Он ушёл.¶Давно пора, езжу в объезд.¶И мой сосед тоже.")
    blocks = (page.blocks[0], *(msgspec.structs.replace(block, kind="quotation") for block in page.blocks[1:]))
    found = record(msgspec.structs.replace(page, blocks=blocks)).statements
    assert [said.speaker.name for said in found] == ["Пётр Рогов", None, None]


def test_a_quotation_over_paragraphs_has_a_part_a_paragraph():
    page = article(
        "«Мы начнём с центра. Там старые дома.¶Потом займёмся окраинами.¶И дойдём до завода», — сообщил мэр Олег Гусев."
    )
    (said,) = record(page).statements
    assert [part.of(page.text) for part in said.parts] == [
        "Мы начнём с центра. Там старые дома",
        "Потом займёмся окраинами",
        "И дойдём до завода",
    ]
    assert said.speaker.name == "Олег Гусев"


def test_who_passes_words_on_is_the_medium():
    (said,) = record(article("Задержан пилот, пишет «Вестник» со ссылкой на источник в полиции.")).statements
    assert said.speaker.kind == "unnamed"
    assert [name.strip("«»") for name in said.medium] == ["Вестник"]


def test_a_press_service_is_not_the_one_it_speaks_for():
    page = article("Как сообщает пресс-служба Рогова, участники «обменяются мнениями о ценах».")
    (said,) = record(page).statements
    assert (said.speaker.kind, said.speaker.name) == ("organisation", "пресс-служба Рогова")


INTERVIEW = (
    "Мостовик Григорий Лазарев обследовал мосты тридцать лет.¶— Почему упал мост?¶— Мосты не падают вдруг, за ними "
    "никто не следил.¶— Это опасно?¶— Это обычное дело для такого возраста.¶— Что теперь?¶— Придётся строить заново."
)


def test_in_an_interview_the_one_named_above_answers():
    found = record(article(INTERVIEW)).statements
    assert [said.rule for said in found] == ["answer"] * 3
    assert {said.speaker.name for said in found} == {"Григорий Лазарев"}


def test_speech_below_a_background_paragraph_is_of_its_occasion():
    page = article(
        "Напомним, на съезде в ноябре 2023 года Иван Рогов говорил о ценах. Выступал там и Олег Гусев.¶"
        "— Цены росли всегда. Не надо этого бояться, — отметил Олег Гусев."
    )
    found = record(page)
    (said,) = [one for one in found.statements if one.kind == "direct"]
    assert said.background
    assert said.moment is not None
    assert found.moments[said.moment].span.of(page.text) == "ноябре 2023 года"


def test_a_sentence_can_be_asked_why():
    page = article("Иванов сообщил, что мост откроют весной.")
    verdicts = {verdict.rule: verdict.said for verdict in why(page, Span(0, 10))}
    assert verdicts["that_clause"] == "indirect: “мост откроют весной”, by Иванов"
    assert verdicts["as_said"] == "saw nothing"
