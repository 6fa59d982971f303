"""Where words begin and end, what disguises them, and what only looks like a disguise."""

from __future__ import annotations

import pytest

from common.domain.content import Content
from common.engines.block_list.engine import finder
from common.engines.block_list.hits import MOST_HITS, MOST_PLACES
from common.engines.block_list.lists import BlockListSpec


def found(term: str, text: str, *, leet: bool = True, confusable: bool = True) -> list[str]:
    spec = BlockListSpec("list", [term], leet=leet, confusable=confusable)
    labels = finder([spec])(Content((text,)))
    return [text[span.start : span.end] for label in labels for span in label.spans]


@pytest.mark.parametrize(
    ("term", "text", "written"),
    [
        ("fuck", "你去fuck吧", "fuck"),
        ("casino", "在casino2024玩", "casino"),
        ("casino", "casinoで遊ぶ", "casino"),
        ("casino", "casino에서 만나", "casino"),
        ("casino", "casinoครับ", "casino"),
        ("fuck", "приветfuck", "fuck"),
        ("казино", "казиноonline", "казино"),
        ("kill yourself", "你kill yourself吧", "kill yourself"),
        ("asshole", "you asshole1", "asshole"),
        ("casino", "casino2024 is open", "casino"),
        ("scam", "2scam4you", "scam"),
        ("1488", "heil1488", "1488"),
    ],
)
def test_a_word_ends_where_script_or_digits_change(term: str, text: str, written: str) -> None:
    assert found(term, text) == [written]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("asino", "сasino"),
        ("tit", "model TIT4 arrived"),
        ("th", "on the 5th"),
        ("face", "commit 1face2b3c4d5e6"),
        ("ass", "send it to 0x7ba5540c1e9f22a55e01f3b2c4d5"),
        ("азин", "казиноonline"),
    ],
)
def test_not_every_change_ends_a_word(term: str, text: str) -> None:
    assert found(term, text) == []


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("sik", "bu hatayı çok sık görüyorum"),
        ("sik", "ÇOK SIK GELİRİM"),
        ("sık", "so sik of it"),
        ("ano", "feliz año nuevo"),
        ("año", "ano"),
        ("schwul", "heute ist es schwül"),
        ("schwül", "er ist schwul"),
        ("papa", "mi papá viene hoy"),
        ("papá", "compra una papa"),
        ("peche", "il a péché hier avec nous"),
        ("мои", "это мой дом"),
        ("мой", "это мои дома"),
        ("hore", "Höre, was ich sage"),
    ],
)
def test_marks_make_another_word(term: str, text: str) -> None:
    assert found(term, text) == []
    assert found(term, text, leet=False, confusable=False) == []


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("scam", "what a scám this is"),
        ("scam", "şçąm"),
        ("scam", "s\u0337c\u0337a\u0337m\u0337"),
        ("loser", "łøşɇɍ"),
        ("maricón", "eres un maricon"),
        ("scheisse", "so eine Scheiße"),
        ("scheiße", "so eine Scheisse"),
        ("cunt", "you are a çunt"),
    ],
)
def test_marks_that_disguise_or_say_nothing(term: str, text: str) -> None:
    assert found(term, text) != []
    assert found(term, text, confusable=False) == []


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("coño", "COÑO"), ("coño", "con\u0303o"), ("straße", "STRASSE"), ("casino", "ｃasino"),
        ("sık", "sık"), ("мой", "МОЙ"),
    ],
)  # fmt: skip
def test_the_same_letters_without_folding(term: str, text: str) -> None:
    assert found(term, text, leet=False, confusable=False) == [text]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("homo", "mete la pizza en el horno"),
        ("failing", "the snow is falling"),
        ("gamer", "to garner support"),
        ("fone", "my phone is dead"),
        ("bum", "do not burn it"),
        ("como", "el corno de la abundancia"),
        ("modem", "in modern times"),
        ("loser", "a looser belt"),
        ("marica", "I met Marcia today"),
    ],
)
def test_ordinary_words_that_look_like_a_term(term: str, text: str) -> None:
    assert found(term, text) == []


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("bitch", "bltch"), ("idiot", "ldiot"), ("moron", "rnoron"), ("weirdo", "vveirdo"),
        ("fraud", "this is phraud, you know"), ("escort", "the escoort is here"),
        ("weirdo", "you are a wierdo"),
    ],
)  # fmt: skip
def test_spellings_that_are_no_words(term: str, text: str) -> None:
    assert len(found(term, text)) == 1


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("shit", "the Model S hit the road"),
        ("shit", "wait 5 s hit save"),
        ("twat", "made in TW at last"),
        ("clock", "a Type C lock"),
        ("penis", "the pen is mine"),
        ("viola", "no vio la casa de mi madre"),
        ("scam", "the 5 s cam footage"),
    ],
)
def test_a_blank_between_words(term: str, text: str) -> None:
    assert found(term, text) == []


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("casino", "cas ino"), ("idiot", "i\ndiot"), ("viagra", "viag ra"),
        ("cheap pills", "che ap pills"), ("free money", "free m oney"),
    ],
)  # fmt: skip
def test_a_blank_inside_a_word(term: str, text: str) -> None:
    assert found(term, f"why not {text} today") == [text]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("tits", "model T1T5"), ("boob", "seat B00B"), ("tits", "part t1t5 is out"),
        ("cock", "model C0CK"),
        ("fags", "the colour #f4g5"),
    ],
)  # fmt: skip
def test_codes_are_not_leet(term: str, text: str) -> None:
    assert found(term, text) == []
    assert found(term, "so b00b t1t5 f4g5 c0ck here") != []


@pytest.mark.parametrize(
    ("term", "text", "written"),
    [
        ("💩", "this is 💩 here", "💩"),
        ("❤", "I ❤️ u", "❤️"),
        ("❤️", "I ❤ u", "❤"),
        ("🖕", "hi🖕🏿you", "🖕"),
        ("🖕🏻", "🖕🏿", "🖕"),
        ("🇺🇸", "go 🇺🇸", "🇺🇸"),
        ("...", "wait...", "..."),
        ("$$$", "get $$$ now", "$$$"),
        ("fuck 🍆", "fuck 🍆", "fuck 🍆"),
    ],
)
def test_terms_of_symbols(term: str, text: str, written: str) -> None:
    assert found(term, text) == [written]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("👩", "an 👩‍🚀"), ("🇺🇸", "🇦🇺🇸🇪"), ("🏳", "🏳️‍🌈"), ("🏴", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"),
        ("fuck 🍆", "fuck this"),
    ],
)  # fmt: skip
def test_other_symbols(term: str, text: str) -> None:
    assert found(term, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "only $4.69 today", "1,69", "0.69", ".69 calibre", "6.9.69", "at 4:69", "69:12", "69-70",
        "3/69", "10.69.0.1", "69,420.50", "1\u00a069\u00a0", "call 555-69-1234", "the 69th",
        "a 69-inch screen", "Route-69", "?q=%E2%69%9E",
    ],
)  # fmt: skip
def test_a_part_of_a_number(text: str) -> None:
    assert found("69", text) == []


@pytest.mark.parametrize("text", ["69", "$69", "69%", "it is 69.", "69, he said", "(69)", "no. 69"])
def test_a_whole_number(text: str) -> None:
    assert found("69", text) == ["69"]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("AI", "je n'ai rien dit et j’ai faim"), ("AI", "J'AI FAIM"), ("can", "I can't"),
        ("won", "won’t do"), ("all", "y'all"), ("hara", "Mr O'Hara"), ("qu", "qu'il dit"),
        ("un", "İstanbul'un havası"), ("ять", "п'ять яблук"),
    ],
)  # fmt: skip
def test_an_apostrophe_inside_a_word(term: str, text: str) -> None:
    assert found(term, text) == []


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("AI", "l'AI è qui"), ("idiot", "l'idiot"), ("scam", "the scam's over"),
        ("scam", "'scam'"), ("ass", "ass's"),
    ],
)  # fmt: skip
def test_an_apostrophe_beside_a_word(term: str, text: str) -> None:
    assert len(found(term, text)) == 1


@pytest.mark.parametrize("text", ["바보야", "바보는", "바보들이", "바보입니다", "바보"])
def test_korean_particles(text: str) -> None:
    assert found("바보", f"너 {text} 정말") == [text]


@pytest.mark.parametrize(
    ("term", "text"), [("시발", "시발점에서"), ("나", "나이가"), ("바보", "이바보")]
)
def test_other_korean_words(term: str, text: str) -> None:
    assert found(term, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "ғᴜᴄᴋ", "ᖴᑌᑕK", "₣Ʉ₵₭", "🇫🇺🇨🇰", "ƒմçҟ", "Ŧยςк", "🄵🅄🄲🄺",
        "⒡⒰⒞⒦", "ꓝꓴꓚꓗ", "ᎦᏬፈᏦ", "千ㄩ匚Ҝ", "ʞɔnɟ", "ᶠᵘᶜᵏ", "𝖋𝖚𝖈𝖐",
        "ⓕⓤⓒⓚ", "🅵🆄🅲🅺", "ꜰᴜᴄᴋ", "ｷひᄃズ", "ƒυ¢к", "ʄʊƈӄ", "fᵤcₖ",
    ],
)  # fmt: skip
def test_fancy_letters(text: str) -> None:
    assert found("fuck", f"so {text}!") != []


def test_flags_are_not_letters() -> None:
    assert found("us", "🇺🇸 🇨🇦") == []
    assert found("fuck", "🇫 🇺 🇨 🇰") != []


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("casino", "c&#97;sino"), ("casino", "&#x63;&#x61;sino"), ("casino", "c&amp;#97;sino"),
        ("casino", "ca<b>s</b>ino"), ("casino", "ca<!-- x -->sino"), ("casino", "ca&shy;sino"),
        ("casino", "%63%61%73ino"), ("casino", "%2563asino"),
        ("casino", "&lt;b&gt;c&lt;/b&gt;asino"),
        ("kill yourself", "kill&nbsp;yourself"), ("badword", "<p><b>b</b>adword here</p>"),
        ("casino", "\u202eonisac\u202c"), ("casino", "ca\u202enis\u202co"),
        ("kill yourself", "go \u202eflesruoy llik\u202c now"), ("casino", "\u202ecasino\u202c"),
        ("casino", "cas\u202eino"), ("casino", "so \u202eonisac\u202d much"),
    ],
)  # fmt: skip
def test_what_is_encoded_or_turned_round(term: str, text: str) -> None:
    assert len(found(term, text)) == 1


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("scam", "if (a < b && c > d) { return x | y; }"), ("onisac", "casino"),
        ("lt", "5 &lt; 6"), ("off", "50%off everything"),
    ],
)  # fmt: skip
def test_what_is_not_encoded(term: str, text: str) -> None:
    assert len(found(term, text)) == (1 if term in text and term != "onisac" else 0)


@pytest.mark.parametrize("text", ["bestscam", "mynewscamnow", "scamtime", "getscamtoday"])
def test_glued_between_words(text: str) -> None:
    assert found("scam", text) == ["scam"]


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("rapist", "the therapist"), ("cock", "cocktail, cockpit, peacock"), ("scam", "a scamper"),
        ("dick", "Dickinson"), ("trash", "Trashcans"), ("hell", "hello, shell"),
    ],
)  # fmt: skip
def test_compounds_are_words(term: str, text: str) -> None:
    assert found(term, text) == []


def test_places_are_bounded() -> None:
    terms = [chr(97 + index // 26) + chr(97 + index % 26) for index in range(60)]
    assert len(found("a", "a " * 50_000)) == MOST_PLACES
    labels = finder([BlockListSpec("list", terms)])(Content((" ".join(terms * 100),)))
    assert [len(label.spans) for label in labels] == [MOST_HITS]
