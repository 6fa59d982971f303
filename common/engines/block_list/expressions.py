r"""An expression in RE2's syntax, rewritten for texts in the `alphabet` of all scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from common.engines.block_list.alphabet import (
    CLASSES,
    FEW_MARKS,
    LAST,
    MANY_MARKS,
    MARK_RANGES,
    Range,
    category_ranges,
    complement,
    marks_of,
    moved,
    moved_ranges,
    without_marks,
    written,
)

_TOKEN = re.compile(
    r"(?s)\\Q(?P<quoted>.*?)(?:\\E|$)|(?P<end>\\E)|\\(?P<class>[dDsSwW])|\\(?P<edge>[bB])"
    r"|\\(?P<line>[Az])|\\(?P<property>[pP](?:\{[^}]*\}|.))|\\(?P<octal>[0-7]{1,3})"
    r"|\\x(?P<hex>\{[0-9A-Fa-f]+\}|[0-9A-Fa-f]{2})|\\(?P<control>[aftnrv])|\\(?P<byte>C)"
    r"|\\(?P<escaped>.)|(?P<bracket>\[)|(?P<group>\((?:\?(?:P?<\w+>|[imsU\-]*[:)]))?)"
    r"|(?P<close>\))|(?P<repeat>[*+?]|\{\d+(?:,\d*)?\})|(?P<other>[|])|(?P<anchor>[\^$])"
    r"|(?P<dot>\.)|(?P<literal>.)"
)
_ASSERTIONS = ("edge", "anchor", "line")
_OPTIONAL = re.compile(r"[?*|]|\{0")
_POSIX = re.compile(r"\[:(\^?)(\w+):\]")
_CONTROLS = {"a": 7, "f": 12, "t": 9, "n": 10, "r": 13, "v": 11}
_POSIX_CLASSES = {
    "alpha": r"\pL\pM", "upper": r"\p{Lu}", "lower": r"\p{Ll}",
    "alnum": rf"\pL\pM\pN{written(CLASSES['d'])}",
    "word": written(CLASSES["w"]), "digit": written(CLASSES["d"]), "space": written(CLASSES["s"]),
}  # fmt: skip
_NEEDED = re.compile(r"\\[dDsSwWbB]|\[:\^?(?:alpha|upper|lower|alnum|word|digit|space):\]")
_MARK = written(MARK_RANGES)
_NEVER = r"[^\x{0}-\x{10ffff}]"
_ANY_MARKS = f"[{_MARK}]*"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """`text` is for a moved text with so many `marks` at each place. `without_edges` is found in
    a moved text wherever `text` is, and elsewhere.
    """

    text: str
    marks: int
    without_edges: str


def rewritten(source: str) -> Rewritten | None:
    """None for an expression that means the same in all scripts. The source is one that RE2 takes.
    Raises ValueError for what it would take and mean ASCII, or bytes, by.
    """
    if not _NEEDED.search(source):
        return None
    plain = _Writer(source, marks=False).written()
    kinds = [token.lastgroup for token in _TOKEN.finditer(source)]
    if "edge" not in kinds:
        return Rewritten(plain, 0, plain)
    assertions = sum(kinds.count(kind) for kind in _ASSERTIONS)
    apart = assertions <= FEW_MARKS or not _OPTIONAL.search(source)
    marks = FEW_MARKS if apart else MANY_MARKS
    return Rewritten(_Writer(source, marks=True).written(), marks, plain)


@dataclass(slots=True)
class _Writer:
    source: str
    marks: bool
    parts: list[str] = field(default_factory=list)
    flags: list[frozenset[str]] = field(default_factory=lambda: [frozenset()])
    """Those of `m` and `s` that are on, of each group that is open."""
    waiting: list[str] = field(default_factory=list)
    """Assertions that stand together; they take one mark."""

    def written(self) -> str:
        place = 0
        while place < len(self.source):
            token = _TOKEN.match(self.source, place)
            assert token is not None
            place = token.end()
            kind = token.lastgroup or ""
            if kind == "bracket":
                place = self._bracket(place)
            elif kind in _ASSERTIONS:
                self._assert(token.group())
            elif kind == "quoted":
                for char in token["quoted"]:
                    self._consume(_literal(char))
            elif kind != "end":
                self._token(kind, token.group(), token[kind])
        self._flush()
        return "".join(self.parts)

    def _token(self, kind: str, text: str, value: str) -> None:
        if kind == "class":
            self._consume(f"[{written(CLASSES[value])}]")
        elif kind == "property":
            self._consume(f"[{_property(value)}]")
        elif kind == "byte":
            raise ValueError(r"\C is a byte and no character")
        elif kind == "dot":
            self._consume(f"[^{'' if 's' in self.flags[-1] else chr(92) + 'n'}{_MARK}]")
        elif kind in ("group", "close", "other", "repeat"):
            self._flush(repeated=kind == "repeat")
            self.parts.append(text)
            self._scope(kind, text)
        else:
            self._consume(_literal(_character(kind, value)))

    def _scope(self, kind: str, text: str) -> None:
        if kind == "close" and len(self.flags) > 1:
            self.flags.pop()
        elif kind == "group":
            flags = text[2:-1] if text.startswith("(?") and "<" not in text else ""
            on, _, off = flags.partition("-")
            now = self.flags[-1].union(on).difference(off)
            if text.endswith(")"):
                self.flags[-1] = now
            else:
                self.flags.append(now)

    def _consume(self, one: str) -> None:
        self._flush()
        self.parts.append(f"(?:{_ANY_MARKS}{one})" if self.marks else one)

    def _assert(self, text: str) -> None:
        if text in "^$" and "m" not in self.flags[-1]:
            text = r"\A" if text == "^" else r"\z"
        self.waiting.append(text)

    def _flush(self, *, repeated: bool = False) -> None:
        """With the last assertion by itself where it is repeated."""
        last = len(self.waiting) - repeated
        for together in (self.waiting[:last], self.waiting[last:]):
            if together and self.marks:
                ranges = marks_of(together)
                self.parts.append(f"[{written(ranges)}]" if ranges else _NEVER)
            elif together:
                self.parts += ("(?:)" if text in (r"\b", r"\B") else text for text in together)
        self.waiting.clear()

    def _bracket(self, place: int) -> int:
        negated = self.source.startswith("^", place)
        items, end = _items(self.source, place + negated)
        self._consume(f"[^{items}{_MARK}]" if negated else f"[{items}]")
        return end


def _items(source: str, place: int) -> tuple[str, int]:
    """What is between brackets, and where they end."""
    found: list[str] = []
    first = place
    while source[place] != "]" or place == first:
        posix = _POSIX.match(source, place)
        if posix:
            found.append(_posix(posix))
            place = posix.end()
            continue
        text, code, place = _item(source, place)
        if code is None:
            found.append(text)
            continue
        last = code
        if source.startswith("-", place) and source[place + 1] != "]":
            _, high, after = _item(source, place + 1)
            if high is not None:
                last, place = high, after
        found.append(written(moved_ranges(code, last) if last > code else _one(code)))
    return "".join(found), place + 1


def _item(source: str, place: int) -> tuple[str, int | None, int]:
    """A class, or a character by its code."""
    if source[place] != "\\":
        return "", ord(source[place]), place + 1
    token = _TOKEN.match(source, place)
    assert token is not None
    kind = token.lastgroup or ""
    if kind == "class":
        return written(CLASSES[token[kind]]), None, token.end()
    if kind == "property":
        return _property(token[kind]), None, token.end()
    return "", ord(_character(kind, token[kind])), token.end()


def _posix(match: re.Match[str]) -> str:
    negated, name = match.groups()
    if negated and name in ("word", "digit", "space"):
        return written(CLASSES[name[0].upper()])
    if negated and name in _POSIX_CLASSES:
        raise ValueError(f"{match.group()} beside classes that mean all scripts")
    return _POSIX_CLASSES.get(name, match.group())


def _property(text: str) -> str:
    """Letters and marks are where they were; of scripts, RE2 knows which are whose."""
    name = text[1:].strip("{}")
    negated = (text[0] == "P") != name.startswith("^")
    name = name.lstrip("^")
    if name == "Any":
        return written(without_marks([] if negated else [(0, LAST)]))
    if not negated and (name[0] in "LM" or len(name) > 2):
        return f"\\p{{{name}}}"
    if len(name) > 2:
        raise ValueError(f"\\{text} beside \\w, \\d, \\s or \\b")
    ranges = category_ranges(name)
    return written(without_marks(complement(ranges)) if negated else ranges)


def _one(code: int) -> list[Range]:
    return [(ord(moved(chr(code))),) * 2]


def _literal(char: str) -> str:
    return char if char.isascii() and char.isalnum() else written(_one(ord(char)))


def _character(kind: str, value: str) -> str:
    if kind == "octal":
        return chr(int(value, 8))
    if kind == "hex":
        return chr(int(value.strip("{}"), 16))
    if kind == "control":
        return chr(_CONTROLS[value])
    return value
