"""Letters of other scripts and symbols that generators of fancy writing use for Latin letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import islice, product

from common.text.folding import Folded, letter_of
from common.text.readings import Reading

_LATIN = "abcdefghijklmnopqrstuvwxyz"
# Each from a to z, in the order of the Latin alphabet; a letter itself where there is no other.
_ALPHABETS = (
    "ค๒ς๔єŦﻮђเןкɭ๓ภ๏קợгรՇยשฬאץչ",
    "αв¢∂єƒgнιנкℓмησρqяѕтυνωχуz",
    "ᗩᗷᑕᗪᕮᖴᏀᕼᏆᒍᏦᒪᗰᑎᝪᑭᑫᖇᔕᎢᑌᐯᗯ᙭Ꭹᘔ",
    "ᗅᗸᑢᗫᗴᖵᎶᕬᓰᒎᖽᒷᗑᘉᗝᕈᕴᖆᔖᖶᑘᕓᙎ᙮ᓭᙆ",
    "₳฿₵ĐɆ₣₲ⱧłJ₭Ⱡ₥₦Ø₱QⱤ₴₮ɄV₩ӾɎⱫ",
    "ąҍçժҽƒցհìʝҟӀʍղօքզɾʂէմѵաӿվՀ",
    "ǟɮƈɖɛʄɢɦɨʝӄʟʍռօքզʀֆȶʊʋաӼʏʐ",
    "ᏗᏰፈᎴᏋᎦᎶᏂᎥᏠᏦᏝᎷᏁᎧᎮᎤᏒᏕᏖᏬᏉᏇጀᎩፚ",
    "ልጌርዕቿቻኗዘጎጋጕረጠክዐየዒዪነፕሁሀሠጰሃጊ",
    "ᴀʙᴄᴅᴇғɢʜɪᴊᴋʟᴍɴᴏᴘǫʀsᴛᴜᴠᴡxʏᴢ",
    "ꓮꓐꓚꓓꓰꓝꓖꓧꓲꓙꓗꓡꓟꓠꓳꓑႳꓣꓢꓔꓴꓦꓪꓫꓬꓜ",
    "卂乃匚ᗪ乇千Ꮆ卄丨ﾌҜㄥ爪几ㄖ卩Ɋ尺丂ㄒㄩᐯ山乂ㄚ乙",
    "ﾑ乃ᄃりモｷムんﾉﾌズﾚﾶ刀のｱゐ尺丂ｲひ√Wﾒﾘ乙",
    "ДБҪÐЄҒГҤЇЈҚԼМИФРQЯЅТЦѴШЖЧЗ",
    "ΔβĆĐ€₣ǤĦƗĴҜŁΜŇØƤΩŘŞŦỮVŴЖ¥Ž",
    "λßςδξ₣ζħïĵκl₥πθþφяšτμ√ω×ýƶ",
    "ⲁⲃⲥⲇⲉϥⲅⲏⲓϳⲕⳑⲙⲛⲟⲣϙⲅⲋⲧⳙⳳⲱⲭⲩⲍ",
    "ᚨᛒᚲᛞᛖᚠᚷᚺᛁᛃᚴᛚᛗᚾᛟᛈᛩᚱᛊᛏᚢᚡᚹᛪᚤᛉ",
    "ᚪᛔᚳᛰᛊᚫᚵᚻᛨᛇᛕᚳᛖᚿᛜᚹᛢᚱᛋᛠᚣᛉᛠᚷᛦᛎ",
    "ⴷⴱⵛⴰⴹⴼⴳⵀⵊⵏⴿⵍⵎⵐⵔⵒⵕⵇⵙⵜⵡⴸⵓⵝⵖⵣ",
    "აჩცძჱfგჰiჟჯlოიიpქრsტuცwხყz",
    "ผ็cd๕fฎhiวkใทnอpqrstบงwxyz",
    "ĀBČDĒFĢHĪJĶĻMŅŌPQRŠTŪVWXYŽ",
)
_TURNED = dict(zip("ɐqɔpǝɟƃɥᴉɾʞןɯuodbɹsʇnʌʍxʎz", _LATIN, strict=True)) | {
    "ɓ": "g", "ᵷ": "g", "ᶖ": "i", "ı": "i", "ʃ": "l", "ꞁ": "l", "∩": "u", "˥": "l", "∀": "a",
    "Ɔ": "c", "Ǝ": "e", "Ⅎ": "f", "פ": "g", "ſ": "j", "ʜ": "h", "⅂": "l", "┴": "t", "Λ": "v",
    "⅄": "y", "ɘ": "e",
}  # fmt: skip
_ONLY_TURNED = frozenset("ɐɔǝɟƃɥᴉɾʞɯɹʇʌʍʎᵷɓ∩∀ƆƎℲ┴⅄")
_MORE = {
    "a": "ѧǺÂⱯ₳𐊠", "b": "ҌƄъьв8", "c": "ϾϽҀↅ⊂₡", "d": "Ԁⅆ∂", "e": "ℇ∑Σ£ℯəз3",
    "f": "ϝ∱⨍ʃ", "g": "ɡց", "h": "ℏ♄ҺЂ", "i": "і1!", "j": "ᒨ", "k": "ҝκ", "l": "1|£",
    "m": "ϻ♏ɱ₥", "n": "₦пи∩η", "o": "๏⊙☉◯⭕○●◎°0", "p": "ҏ₱", "q": "ԛ", "r": "ɼ®ʁᖇ",
    "s": "ʂϟ§5$ՏЅຮ", "t": "†‡⊤☨✝╋七", "u": "∪սцџμ", "v": "∨✓√", "w": "ѡщฬ", "x": "✗✘✕×ж",
    "y": "ƴчΨ", "z": "ʑ☡",
}  # fmt: skip
_INDICATOR = 0x1F1E6
_INDICATORS = re.compile(
    "[\U0001f1e6-\U0001f1ff](?:[\\s\u200b-\u200d\u2060.\\-]{0,2}[\U0001f1e6-\U0001f1ff]){2,39}"
)
# What most words of most languages are; the rest is looked at letter by letter.
_ORDINARY = re.compile(
    r"[^\w\s]*(?:[a-z\u00c0-\u024f]+|[\u0370-\u03ff]+|[\u0400-\u04ff]+|[\u0590-\u05ff]+|[\u0600-\u06ff]+"
    r"|[\u0900-\u097f]+|[\u0e00-\u0e7f]+|[\uac00-\ud7a3]+|[\u3040-\u30ff\u4e00-\u9fff]+)[!-/:-?\[-`{-~]*",
    re.IGNORECASE,
)
_RARE = frozenset({"CANADIAN", "CHEROKEE", "COPTIC", "LISU", "RUNIC", "TIFINAGH"})
_EDGES = "`´.,?:;\"'“”‘’«»()[]{}<>~#*_-…"
_MOST_READINGS = 12
_LONGEST = 40
_SHORTEST = 3


@cache
def _alphabets() -> list[dict[str, str]]:
    return [_both_cases(zip(alphabet, _LATIN, strict=True)) for alphabet in _ALPHABETS]


@cache
def _looks() -> dict[str, str]:
    """The letters that each character may stand for, the likelier ones first."""
    from common.text.folding_table import COUSINS, TWINS

    looks: dict[str, dict[str, None]] = {}
    tables = (
        (char, to) for t in (_MORE, TWINS, COUSINS) for to, chars in t.items() for char in chars
    )
    for table in (*_alphabets(), _both_cases(tables)):
        for char, letter in table.items():
            looks.setdefault(char, {})[letter] = None
    return {char: "".join(letters) for char, letters in looks.items()}


def _both_cases(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for char, letter in pairs:
        if not (char.isascii() and char.isalpha()):
            for each in (char, char.lower(), char.upper()):
                if len(each) == 1:
                    found.setdefault(each, letter)
    return found


def fancy_readings(folded: Folded) -> Iterator[Reading]:
    """By chunks between blanks; nothing for those that are written in one script throughout."""
    if folded.original.isascii():
        return
    for start, end, letters in _fancy(folded.original):
        start, end = folded.folded_span(start, end)
        if start < end:
            yield Reading(letters, start, end, confusable=True)


def _fancy(original: str) -> Iterator[tuple[int, int, str]]:
    for match in _INDICATORS.finditer(original):
        letters = (chr(ord(c) - _INDICATOR + 97) for c in match.group() if ord(c) >= _INDICATOR)
        yield *match.span(), "".join(letters)
    for match in re.finditer(r"\S+", original):
        chunk = match.group()
        if chunk.isascii() or len(chunk) > 4 * _LONGEST or _ORDINARY.fullmatch(chunk):
            continue
        stripped = chunk.strip(_EDGES)
        for core in dict.fromkeys((stripped, stripped.strip("!|1"))):
            start = match.start() + chunk.index(core)
            for spelling in _spellings(core):
                yield start, start + len(core), spelling


@lru_cache(5_000)
def _spellings(core: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_spelled(core)))


def _spelled(core: str) -> Iterator[str]:
    shown = [c for c in core if c.isalnum() or unicodedata.category(c) not in ("Mn", "Me", "Cf")]
    if not _SHORTEST <= len(shown) <= _LONGEST:
        return
    if not _ONLY_TURNED.isdisjoint(shown) and all(c in _TURNED for c in shown):
        yield "".join(_TURNED[c] for c in reversed(shown))
    if _one_script(shown):
        return
    plain = list(map(_latin, shown))
    odd = {char for char, letter in zip(shown, plain, strict=True) if not letter}
    # A generator has one letter for each; by hand they are mixed.
    for alphabet in _alphabets():
        if odd <= alphabet.keys():
            pairs = zip(shown, plain, strict=True)
            yield "".join(alphabet.get(char) or letter for char, letter in pairs)
    if odd <= _looks().keys():
        choices = map(_choices, shown)
        yield from map("".join, islice(product(*choices), _MOST_READINGS))


def _choices(char: str) -> str:
    plain = _latin(char)
    known = _looks().get(char, "")
    return plain + known.replace(plain, "") if plain else known


@lru_cache(5_000)
def _latin(char: str) -> str:
    plain = unicodedata.normalize("NFKD", char)[:1].lower()
    plain = letter_of(plain) or plain
    return plain if plain.isascii() and plain.isalpha() else ""


def _one_script(shown: list[str]) -> bool:
    scripts = {_script(char) for char in shown if not char.isdecimal()}
    return len(scripts) < 2 and not scripts & {"", *_RARE}


@lru_cache(5_000)
def _script(char: str) -> str:
    """By the first word of its name; nothing for a symbol."""
    if char.isascii():
        return "LATIN" if char.isalpha() else ""
    return unicodedata.name(char, "").split(" ", 1)[0] if char.isalpha() else ""
