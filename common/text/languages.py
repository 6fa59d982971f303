"""What little of languages is needed to tell a word from a disguise: letters and common words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

ENGLISH = "en"

# Letters with marks (or of their own) that each language writes, and how many of them a word has
# at most where that says something.
_MARKED = {
    "az": "çəğıöşü", "ca": "àçèéíïòóúü", "cs": "áčďéěíňóřšťúůýž", "cy": "âêîôûŵŷáéëïö",
    "da": "æøåé", "de": "äöüß", "eo": "ĉĝĥĵŝŭ", "es": "áéíñóúü", "et": "äöõüšž", "fi": "äöå",
    "fr": "àâæçéèêëîïôœùûüÿ", "ga": "áéíóú", "ha": "ɓɗƙƴ", "haw": "āēīōū", "hr": "čćđšž",
    "hu": "áéíóöőúüű", "is": "áðéíóúýþæö", "it": "àèéìíòóùú", "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž", "mt": "ċġħż", "nl": "ëïéèöüá", "pl": "ąćęłńóśźż",
    "pt": "áâãàçéêíóôõúü", "ro": "ăâîșțşţ", "sk": "áäčďéíĺľňóôŕšťúýž", "sl": "čšž",
    "sq": "çë", "sv": "äöåé", "tr": "çğıöşüâîû", "yo": "ẹọṣàáèéìíòóùúńǹ",
    "vi": (
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
    ),
    "be": "ёўй", "bg": "йѝ", "mk": "ѓќѐѝ", "ru": "ёй", "uk": "йїґ",
    "el": "άέήίόύώϊϋΐΰ",
}  # fmt: skip
_NOBODY: frozenset[str] = frozenset()
_MOST = {"ca": 2, "de": 2, "el": 2, "es": 2, "it": 1, "nl": 2, "pt": 2, "sq": 3}

# Folded. Those that English shares with another language say nothing.
_COMMON = {
    ENGLISH: (
        "the and you that this is are was were of for with have has had not but they she what "
        "when your my from just like about get all out who how why there here their been would "
        "could should will more some very really please then than because it its he his her we "
        "our these those any every into over only other such much many never always today "
        "again good nice did does don doesn didn isn won let know think want going go see said "
        "say me them him where which after before too also no yes hey hello thanks a an to in "
        "on at be or if so up by as i am do can"
    ),
    "de": (
        "und der das ist ich nicht sie ein eine einen mit es auf wir ihr wie auch dem den zu "
        "sind heute sehr von im bei noch nur nach aber wenn oder mein dein wird ja nein sich "
        "haben war in an so was war man die hat am alle wer wo warum mir dir uns diese dieser "
        "kein hier schon ganz immer wieder zum zur vor"
    ),
    "es": (
        "el la los las de que y en un una por con para es no se lo del al como pero muy mas "
        "este esta todo todos mi tu su yo nos cuando donde hoy nuevo quiero tiene hay ser son "
        "bien asi a no me sea once feliz gracias sin sobre porque ya le esto eso vamos fue era "
        "han he"
    ),
    "fr": (
        "le la les de des et en un une je tu il elle nous vous ils est pas que qui dans pour "
        "sur avec ce cette ces mon ma mes ton son sa ses au aux du ne se plus tres bien mais "
        "ou ai suis sont c j l d n qu fait tout comme faire a me on or as aujourd hui merci "
        "quand deux si"
    ),
    "it": (
        "il lo la gli le di che e un una per con non si sono del della dei delle nel nella al "
        "alla questo questa come piu molto mi ti ci ho hai ha anche ma oggi bene grazie era "
        "quando dove perche tutto tutti mio tuo suo io sul"
    ),
    "pt": (
        "o os as de do da dos das que e em um uma para com nao por no na se mais como mas foi "
        "ao ele ela eu voce meu minha seu sua isso este esta muito bem hoje quando onde ja tem "
        "ser ter a me do obrigado tudo todos nos pelo pela"
    ),
    "nl": (
        "de het een en van ik je dat niet is op te zijn met voor hij zij we maar ook aan er "
        "naar om bij nog wel heel vandaag mijn jouw dit die wat waar geen veel"
    ),
    "tr": (
        "ve bir bu da de ne icin ile cok gibi daha ben sen biz siz onlar var yok mi mu ama "
        "degil evet hayir olarak olan kadar her sonra benim senin bugun yarin iyi guzel hava "
        "nasil oldu can her on diye en ki su o hic simdi sey"
    ),
    "pl": (
        "i w na nie to ze sie do jest z co jak za po ale o od dla czy tak ja ty my wy bardzo "
        "dzis jutro mam masz juz tylko przez jego jej ich byl byla do"
    ),
    "cs": (
        "a je se na v to ze s z do jsem jsi jsou byl byla ale jak co kde kdy proc neni tak pro "
        "po uz jen dnes velmi muj tvuj od za ja ty my vy aby"
    ),
    "hu": (
        "a az es egy nem hogy van volt de is meg ez azt ki mi csak mint ha vagy nagyon ma itt "
        "ott most jo en te o mar el le"
    ),
    "ro": (
        "si de la in cu nu este un o pe sa se ce mai din care sunt pentru dar foarte azi acum "
        "eu tu el ea noi voi lui"
    ),
    "sv": (
        "och att det som en ett jag du han hon vi ni de inte med for av den till om har kan "
        "var men mycket idag min din hur vad nu sig sa ar"
    ),
    "da": (
        "og at det som en et jeg du han hun vi ikke med for af den til om har kan var men "
        "meget er"
    ),
    "vi": (
        "la va cua co khong toi ban cho mot nhung cac nay rat hom nay di an nha voi trong duoc"
    ),
    "ru": (
        "и в не на я что он с как это по но они мы ты вы у за от так же для то все"
    ),
    "uk": (
        "і в не на я що він з як це по але вони ми ти ви у за від так для то всі та"
    ),
}  # fmt: skip


@cache
def _speakers() -> dict[str, tuple[str, ...]]:
    from common.text import lexicon

    ours = set(_COMMON[ENGLISH].split())
    found: dict[str, tuple[str, ...]] = {}
    for language, line in _COMMON.items():
        for word in line.split():
            found[word] = (*found.get(word, ()), language)
    return {
        word: languages
        for word, languages in found.items()
        if languages == (ENGLISH,) or (word not in ours and word not in lexicon.words())
    }


def spoken(tokens: Iterable[str]) -> dict[str, int]:
    """How many of the different folded words are common ones of each language; 0 of the others."""
    counts: defaultdict[str, int] = defaultdict(int)
    for languages in filter(None, map(_speakers().get, set(tokens))):
        for language in languages:
            counts[language] += 1
    return counts


@cache
def _writers() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for language, letters in _MARKED.items():
        for letter in letters:
            found.setdefault(letter, set()).add(language)
    return {letter: frozenset(languages) for letter, languages in found.items()}


def writing(words: Iterable[Sequence[str]]) -> frozenset[str]:
    """Languages in which words with these marked letters may be written."""
    writers = _writers()
    found = frozenset(_MARKED)
    for letters in words:
        for letter in letters:
            found &= writers.get(letter, _NOBODY)
        if len(letters) > 1:
            found = frozenset(each for each in found if len(letters) <= _MOST.get(each, 9))
        if not found:
            break
    return found
