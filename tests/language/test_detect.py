"""A language is told by letters and frequent words; what cannot be told is not said."""

import pytest

from letopis.language.detect import language_of

LINES = [
    ("Президент заявил, что мост построят.", None, "ru"),
    ("Сёння ў Мінску адкрылі мост, паведаміў прадстаўнік міністэрства.", None, "be"),
    ("Сьогодні у Києві відкрили міст, повідомив речник міністерства.", None, "uk"),
    ("The minister said on Monday that the bridge was open.", None, "en"),
    ("Der Minister sagte am Montag, dass die Brücke offen ist.", "de-DE", "de"),
    ("Мостът беше открит.", "bg", "bg"),
    ("Президент заявил, что мост построят.", "en", "ru"),
    ("橋が開通しました。", None, "ja"),
    ("Η γέφυρα άνοιξε.", None, "el"),
    ("", None, None),
    ("12 : 30", None, None),
    ("мэр", None, None),
]


@pytest.mark.parametrize(("text", "declared", "code"), LINES)
def test_a_language_is_known_by_its_words(text, declared, code):
    assert language_of(text, declared) == code


# Languages that Letopis can name and not read.
NAMED = [
    ("Қазақстан президенті бүгін Астанада үкімет отырысын өткізді. Ол келесі жылы жаңа көпір салынатынын айтты.", "kk"),
    ("Бишкекте бүгүн жаңы көпүрө ачылды. Бул тууралуу шаардын мэриясы билдирди.", "ky"),
    ("Мост је спреман, рекао је Петар Јовановић. Радови су трајали две године и коштали су много.", "sr"),
    ("Most je spreman, rekao je Petar Jovanović. Radovi su trajali dve godine i koštali su mnogo.", "sr"),
    ("Most jest gotowy, powiedział Jan Kowalski. Minister Anna Nowak dodała, że prace trwały dwa lata.", "pl"),
    ("Die Brücke ist fertig, sagte Hans Müller am Montag. Die Arbeiten haben zwei Jahre gedauert.", "de"),
    ("Le pont est prêt, a déclaré Jean Dupont. Les travaux ont duré deux ans et ont coûté plus que prévu.", "fr"),
    ("El puente está listo, dijo Juan Pérez. Las obras duraron dos años y costaron más de lo previsto.", "es"),
    ("Il ponte è pronto, ha detto Mario Rossi. I lavori sono durati due anni e sono costati più del previsto.", "it"),
    ("Most je hotový, řekl Jan Novák. Práce trvaly dva roky a stály více, než se čekalo.", "cs"),
    ("Мостът е готов, каза Иван Петров. Работата продължи две години и струваше повече от очакваното.", "bg"),
    ("Tiltas paruoštas, sakė Jonas Petraitis. Darbai truko dvejus metus ir kainavo daugiau, nei tikėtasi.", "lt"),
    ("Köprü hazır, dedi Mehmet Yılmaz. Çalışmalar iki yıl sürdü ve beklenenden daha pahalıya mal oldu.", "tr"),
]


@pytest.mark.parametrize(("text", "code"), NAMED)
def test_a_language_without_grammar_is_known_by_its_small_words_whatever_is_declared(text, code):
    assert language_of(text) == language_of(text, code) == language_of(text, "en") == code


def test_what_is_declared_is_believed_where_words_say_little():
    assert language_of("«Көпір келесі аптада ашылады», — деді министр.", "kk") == "kk"
    assert language_of("Brücke gesperrt", "de") == "de"
