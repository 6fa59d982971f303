r"""An expression in RE2's syntax, rewritten for texts in the `alphabet` of all scripts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from common.engines.block_list.alphabet import (
    CLASSES,
    EDGE,
    INSIDE,
    LAST,
    MARKS,
    Range,
    category_ranges,
    complement,
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
_POSIX = re.compile(r"\[:(\^?)(\w+):\]")
_CONTROLS = {"a": 7, "f": 12, "t": 9, "n": 10, "r": 13, "v": 11}
_POSIX_CLASSES = {
    "alpha": r"\pL\pM", "upper": r"\p{Lu}", "lower": r"\p{Ll}",
    "alnum": rf"\pL\pM\pN{written(CLASSES['d'])}",
    "word": written(CLASSES["w"]), "digit": written(CLASSES["d"]), "space": written(CLASSES["s"]),
}  # fmt: skip
_NEEDED = re.compile(r"\\[dDsSwWbB]|\[:\^?(?:alpha|upper|lower|alnum|word|digit|space):\]")
_MARK = written([(ord(EDGE), ord(INSIDE))])
_ANY_MARKS = f"[{_MARK}]{{0,{MARKS}}}"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """`text` is for a moved text and, if `marked`, for one with marks. `without_edges` is found in
    a moved text wherever `text` is, and elsewhere.
    """

    text: str
    marked: bool
    without_edges: str


def rewritten(source: str) -> Rewritten | None:
    """None for an expression that means the same in all scripts. The source is one that RE2 takes.
    Raises ValueError for what it would take and mean ASCII, or bytes, by.
    """
    if not _NEEDED.search(source):
        return None
    plain = _Writer(source, marks=False).written()
    edges = any(token.lastgroup == "edge" for token in _TOKEN.finditer(source))
    return Rewritten(_Writer(source, marks=True).written() if edges else plain, edges, plain)


@dataclass(slots=True)
class _Writer:
    source: str
    marks: bool
    parts: list[str] = field(default_factory=list)
    dots_match_newlines: list[bool] = field(default_factory=lambda: [False])
    waiting: list[str] = field(default_factory=list)
    """Anchors and edges that stand together."""

    def written(self) -> str:
        place = 0
        while place < len(self.source):
            token = _TOKEN.match(self.source, place)
            assert token is not None
            place = token.end()
            kind = token.lastgroup or ""
            if kind == "bracket":
                place = self._bracket(place)
            elif kind in ("edge", "anchor", "line"):
                self.waiting.append(token.group())
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
            self._consume(f"[^{'' if self.dots_match_newlines[-1] else chr(92) + 'n'}{_MARK}]")
        elif kind in ("group", "close", "other", "repeat"):
            self._flush()
            self.parts.append(text)
            self._scope(kind, text)
        else:
            self._consume(_literal(_character(kind, value)))

    def _scope(self, kind: str, text: str) -> None:
        if kind == "close" and len(self.dots_match_newlines) > 1:
            self.dots_match_newlines.pop()
        elif kind == "group":
            flags = text[2:-1] if text.startswith("(?") and "<" not in text else ""
            on, _, off = flags.partition("-")
            dots = ("s" in on or self.dots_match_newlines[-1]) and "s" not in off
            if text.endswith(")"):
                self.dots_match_newlines[-1] = dots
            else:
                self.dots_match_newlines.append(dots)

    def _consume(self, one: str) -> None:
        self._flush()
        self.parts.append(f"(?:{_ANY_MARKS}{one})" if self.marks else one)

    def _flush(self) -> None:
        """The beginning before the edge before the end: an edge takes a mark from the text."""
        for wanted in (("^", r"\A"), (r"\b", r"\B"), ("$", r"\z")):
            for text in self.waiting:
                if text in wanted:
                    self.parts.append(self._assertion(text))
        self.waiting.clear()

    def _assertion(self, text: str) -> str:
        if text in (r"\b", r"\B"):
            mark = written([(ord(EDGE if text == r"\b" else INSIDE),) * 2])
            return mark if self.marks else "(?:)"
        return f"(?:{_ANY_MARKS}{text})" if self.marks and text in ("$", r"\z") else text

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
