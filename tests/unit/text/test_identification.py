"""Which languages texts are in: every script, languages that share one, and what says nothing."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from common.text.identification import MOST_TEXTS, languages_of

_SENTENCES = {
    "am": "ሰላም ለሁላችሁም እንዴት ናችሁ",
    "ar": "مرحبا يا صديقي كيف حالك اليوم",
    "az": "Salam dostlar, bu gün hava çox gözəldir və biz gəzməyə gedirik",
    "bg": "Здравейте приятели, днес времето е много хубаво и ще излезем",
    "bn": "আপনি কেমন আছেন আজকে",
    "ca": "Aquest matí hem anat a comprar pa amb els nostres amics de Girona",
    "cs": "Dobrý den, chtěl bych se zeptat, kolik stojí ta modrá košile",
    "da": "Jeg vil gerne vide, hvornår butikken åbner i morgen tidlig",
    "de": "Ich weiß nicht, ob wir heute Abend noch ins Kino gehen können",
    "el": "Καλημέρα σε όλους",
    "en": "I do not know whether we can go to the cinema tonight",
    "es": "No sé si podemos ir al cine esta noche con tus amigos",
    "et": "Ma ei tea, kas me saame täna õhtul kinno minna",
    "fa": "سلام دوست من، امروز حالت چطور است؟ می‌خواهیم به بازار برویم",
    "fi": "En tiedä, voimmeko mennä tänä iltana elokuviin",
    "fr": "Je ne sais pas si nous pouvons aller au cinéma ce soir",
    "gu": "તમે કેમ છો",
    "he": "שלום לכולם",
    "hi": "मुझे नहीं पता कि हम आज रात सिनेमा जा सकते हैं या नहीं",
    "hr": "Ne znam možemo li večeras ići u kino sa svojim prijateljima",
    "hu": "Nem tudom, hogy ma este elmehetünk-e moziba a barátaimmal",
    "hy": "Բարեւ ձեզ",
    "it": "Non so se possiamo andare al cinema stasera con i tuoi amici",
    "ja": "今夜映画館に行けるかどうかわかりません",
    "ka": "გამარჯობა მეგობრებო",
    "ko": "오늘 밤 영화관에 갈 수 있을지 모르겠어요",
    "lt": "Nežinau, ar šį vakarą galėsime eiti į kiną su draugais",
    "lv": "Es nezinu, vai mēs šovakar varam iet uz kino ar draugiem",
    "ms": "Saya tidak tahu apakah kita bisa pergi ke bioskop malam ini",
    "nl": "Ik weet niet of we vanavond naar de bioscoop kunnen gaan",
    "no": "Jeg vet ikke om vi kan gå på kino i kveld med vennene dine",
    "pl": "Nie wiem, czy możemy dziś wieczorem pójść do kina",
    "pt": "Não sei se podemos ir ao cinema hoje à noite com os teus amigos",
    "ro": "Nu știu dacă putem merge la cinema în seara asta cu prietenii",
    "ru": "Я не знаю, сможем ли мы пойти в кино сегодня вечером",
    "sk": "Neviem, či môžeme ísť dnes večer do kina s tvojimi priateľmi",
    "sr": "Не знам да ли можемо вечерас да идемо у биоскоп са пријатељима",
    "sv": "Jag vet inte om vi kan gå på bio ikväll med dina vänner",
    "ta": "வணக்கம் நண்பர்களே",
    "th": "สวัสดีครับทุกคน",
    "tl": "Hindi ko alam kung makakapunta tayo sa sinehan ngayong gabi",
    "tr": "Bu akşam sinemaya gidip gidemeyeceğimizi bilmiyorum",
    "uk": "Я не знаю, чи зможемо ми піти в кіно сьогодні ввечері",
    "ur": "مجھے نہیں معلوم کہ ہم آج رات سنیما جا سکتے ہیں یا نہیں",
    "vi": "Tôi không biết tối nay chúng ta có thể đi xem phim không",
    "zh": "我不知道今晚能不能去看电影",
}


@pytest.mark.parametrize("language", _SENTENCES)
def test_a_sentence_shows_its_language(language: str) -> None:
    assert languages_of([_SENTENCES[language]]) == [language]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "lol",
        "ok",
        "hi anna",
        "😀😀😀",
        "12 345",
        "!!!",
        "ж",
        "brrr",
        "a" * 100_000,
        "\ud800",
    ],
)
def test_what_says_nothing_has_none(text: str) -> None:
    assert languages_of([text]) == []


def test_addresses_and_names_of_users_say_nothing() -> None:
    german = "https://example.com/das-ist-nicht-die-sprache @derdeutschemann #ichbinhier"
    assert languages_of([german]) == []
    assert languages_of([f"{german} where are we going to meet them"]) == ["en"]


def test_several_languages_stand_in_the_order_of_the_texts() -> None:
    texts = [_SENTENCES["de"], _SENTENCES["ja"], _SENTENCES["de"], _SENTENCES["ru"]]
    assert languages_of(texts) == ["de", "ja", "ru"]


def test_one_text_can_have_languages_of_several_scripts() -> None:
    text = "I do not know what this means: Я не знаю, что это значит"
    assert sorted(languages_of([text])) == ["en", "ru"]


def test_a_word_of_another_script_does_not_count() -> None:
    assert languages_of([f"{_SENTENCES['en']}, said my good old friend Мария"]) == ["en"]


@given(st.lists(st.text(), max_size=5))
def test_any_text_is_read(texts: list[str]) -> None:
    found = languages_of(texts)
    assert len(found) == len(set(found))


@pytest.mark.parametrize(
    "piece", ["a@", "@", "a ", "ab я ", "www.", "x'", "\u0301a", "अ", "漢字かな"]
)
def test_hostile_texts_cost_little(piece: str) -> None:
    texts = [piece * (100_000 // len(piece))] * (MOST_TEXTS * 10)
    started = time.thread_time()
    languages_of(texts)
    assert time.thread_time() - started < 1
