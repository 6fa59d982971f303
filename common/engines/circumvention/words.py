"""What people call apps, mailers and the parts of an address, in folded text."""

from __future__ import annotations

from functools import cache

from common.engines.circumvention.move_words import HINTS as MOVE_HINTS
from common.text.vocabulary import Vocabulary

APP = (
    r"what['’]?s\s?app|wh?a?t{1,2}s\s?ap+|wh?at{1,2}ap+|wh[a4]tsapp|wassap|"
    r"telegra(?:m{1,2}|ph app)|tele?grm|telgram|teleqram|"
    r"snap\s?chat|insta\s?gram|insta|discord|viber|wechat|kik|skype|facebook|messenger|tik\s?tok|"
    r"onlyfans|cash\s?app|venmo|paypal|zelle|revolut|western union|kakao\s?(?:talk)?|imessage|"
    r"facetime|google voice|hangouts|paytm|gpay|wickr|threema|zalo|bizum|"
    r"телеграмм?|телега|тг|в[оа]тс[аэ]п|ва[ий]бер|инстаграмм?|дискорд|ска[ий]п"
)
SHORT_APP = r"ig|fb|tg|wapp|snap"
WORD_APP = r"line|signal|wise|mail|threads|teams|zoom|session|twitter"
ANY_APP = rf"(?:{APP}|{SHORT_APP}|{WORD_APP})"
_APP_HINTS_WORDS = (
    "whatsapp whats whatsap watsapp watsap whattsapp wattsapp wassap whatapp wtsapp whtsapp "
    "wh4tsapp whatsaap wathsapp telegram telegramm telgram telgrm telegrm teleqram telegraph "
    "snapchat snap insta instagram discord viber wechat kik skype facebook messenger tiktok tik "
    "onlyfans cashapp cash venmo paypal zelle revolut western kakao kakaotalk imessage facetime "
    "google hangouts paytm gpay wickr threema zalo bizum ig fb tg wapp line signal wise mail "
    "threads teams zoom session twitter wa bericht "
    "телеграм телеграмм телега телеге телегу тг вотсап ватсап "
    "ватсапе вотсапе вайбер ваибер инстаграм инстаграмм дискорд скайп скаип number cell contact "
    "email app"
)
APP_HINTS = frozenset(_APP_HINTS_WORDS.split())

# Those that cannot be taken for an ordinary word.
CLEAR_MAILERS = "gmail|googlemail|yahoo|ymail|hotmail|icloud|protonmail|gmx|yandex"
MAILERS = rf"{CLEAR_MAILERS}|outlook|proton|aol|qq|live|msn|zoho|tutanota|mail"
AT_WORDS = r"at|arroba|klammeraffe|chiocciola|собака"
DOT_WORDS = r"dot|d0t|punto|punkt|ponto|nokta|точка"
DOT_HINTS = frozenset(DOT_WORDS.split("|"))
AT_HINTS = frozenset(
    {*CLEAR_MAILERS.split("|"), "outlook", "proton", "aol", "arroba", "mail", "email"}
)

DIGIT_WORDS = {
    "zero": "0", "oh": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5",
    "six": "6", "seven": "7", "eight": "8", "nine": "9", "cero": "0", "uno": "1", "dos": "2",
    "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6", "siete": "7", "ocho": "8", "nueve": "9",
    "null": "0", "eins": "1", "zwei": "2", "drei": "3", "vier": "4", "sechs": "6", "sieben": "7",
    "acht": "8", "neun": "9", "funf": "5", "fuenf": "5", "zwo": "2", "deux": "2", "trois": "3",
    "quatre": "4", "cinq": "5", "sept": "7", "huit": "8", "neuf": "9", "sifir": "0", "bir": "1",
    "iki": "2", "uc": "3", "dort": "4", "bes": "5", "alti": "6", "yedi": "7", "sekiz": "8",
    "dokuz": "9", "ноль": "0", "один": "1", "два": "2", "три": "3", "четыре": "4", "пять": "5",
    "шесть": "6", "семь": "7", "восемь": "8", "девять": "9",
}  # fmt: skip
DIGIT_HINTS = frozenset(DIGIT_WORDS) - {
    "one", "oh", "two", "null", "uno", "dos", "bir", "один", "два",
}  # fmt: skip

HINTS = AT_HINTS | DOT_HINTS | APP_HINTS | DIGIT_HINTS | MOVE_HINTS
"""A text without any of these, without digits and without signs is no way out."""

# Read in a disguise. Words that are also ordinary stand here too: they need company in any case.
_DISGUISED = (
    "whatsapp telegram snapchat instagram discord viber wechat skype facebook messenger tiktok "
    "onlyfans cashapp venmo paypal zelle revolut kakao kakaotalk imessage facetime hangouts wickr "
    "threema insta signal gmail googlemail hotmail yahoo outlook icloud protonmail yandex"
)
# These are said with a blank by people who mean two words.
_TWO_WORDS = frozenset({"wechat", "facetime", "insta"})
DISGUISED = tuple(_DISGUISED.split())
SPLIT = frozenset(DISGUISED) - _TWO_WORDS

# What stands before "at" and "my app is" without being anybody's name.
_ORDINARY_WORDS = (
    "a about account accounts address all always am an and another any anyone apps are as at away "
    "back bad banned be because been better blocked boring broken but by bye bugged came "
    "cancelled can closed connected contact cool crashed crazy currently dead deactivated dear "
    "deleted died disabled domain down dry email emails empty engineer engineers every everyone "
    "everything fine folks for from full fun going gone good got great guys hacked happy hard has "
    "have he hello help her here hers hi him his hosted how i im in inbox inboxes is it its job "
    "jobs just laggy language later live locked log logged login look looked looking looks lost "
    "love mail mails me mean mine my name never new no not now of off ok okay old on one only "
    "open or ours out outage over password people please private problem problems public really "
    "registered said sales see seen service she shut sign signed sitting slow so somebody someone "
    "something spam spammers stay staying still stopped stuff stuck stupid support suspended team "
    "thanks that the their them there these they thing things this those to today tomorrow too "
    "trash trending under up us use used using very was we were weird went what when where while "
    "who why will with work worked working works yes yesterday you your yours full-time available "
    "awesome awful beautiful big dark dumb glitching glitchy horrible killing logging lovely "
    "messed nice pretty ruined sad shadowbanned showing spamming terrible toxic ugly useless "
    "verified"
)
ORDINARY = frozenset(_ORDINARY_WORDS.split())


@cache
def names() -> Vocabulary:
    vocabulary = Vocabulary()
    for name in DISGUISED:
        vocabulary.add(name, (name,))
    vocabulary.index()
    return vocabulary


def handle_like(name: str) -> bool:
    """Not a word: there is a digit, a full stop or an underscore in it."""
    return any(map(str.isdigit, name)) or any(sign in name[1:-1] for sign in "._+")
