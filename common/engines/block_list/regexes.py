"""Block lists of regular expressions, bounded in what they take to compile and to match.

RE2's matching is linear in the text and lets go of the interpreter meanwhile; what one expression
costs a character is in proportion to its program.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from common.engines.block_list.alphabet import Searched, moved
from common.engines.block_list.expressions import rewritten
from common.engines.block_list.hits import Hit, Matcher
from common.engines.budget import within_budget
from common.text.folding import Folded

MOST_PATTERNS = 5_000
MOST_STEPS = 25_000
MOST_HITS = 1_000
"""Of one list in one text: 500 expressions for a letter would find millions."""
_LIST_BYTES = 128 << 20
_LEAST_BYTES, _MOST_BYTES = 32 << 10, 4 << 20
_GROUP = 50
_GROUP_STEPS = 5_000
_GROUP_BYTES = 1 << 20


@dataclass(frozen=True, slots=True)
class Pattern:
    """An expression of a list, for texts in ASCII. `wide` is for all others, where it would not
    mean the same there; its texts are moved, with so many `marks` at each place. `anyway` is found
    in such a text, without marks, wherever the expression is.
    """

    source: str
    expression: Any
    anyway: str
    wide: Pattern | None = None
    marks: int = 0

    def hits(self, text: bytes) -> Iterator[tuple[int, int]]:
        for match in within_budget(self.expression.finditer(text)):
            if match.start() < match.end():
                yield match.start(), match.end()


@dataclass(frozen=True, slots=True)
class _Group:
    """Expressions of which none is found where `any_of`, made of all of them, is not."""

    patterns: Sequence[Pattern]
    any_of: Any = None

    def may_hit(self, text: bytes) -> bool:
        return self.any_of is None or self.any_of.search(text) is not None


def compile_patterns(patterns: Sequence[str]) -> list[Pattern]:
    """Without regard to case unless the pattern says otherwise. Raises ValueError, which names the
    pattern, for one that is not understood or that takes too much.
    """
    sources = list(dict.fromkeys(patterns))
    if len(sources) > MOST_PATTERNS:
        raise ValueError(f"a list has {MOST_PATTERNS} regular expressions at most")
    memory = min(_MOST_BYTES, max(_LEAST_BYTES, _LIST_BYTES // max(1, len(sources))))
    compiler = _Compiler(memory)
    return [compiler.pattern(source) for source in sources]


class _Compiler:
    """`memory` is for each expression, its program and the automaton made of it as text comes."""

    def __init__(self, memory: int) -> None:
        self._re2: Any = importlib.import_module("re2")
        self._options = self._re2.Options()
        self._options.case_sensitive = False
        self._options.log_errors = False
        self._options.max_mem = memory

    def pattern(self, source: str) -> Pattern:
        expression = self._bounded(source, source)
        try:
            wide = rewritten(source)
        except ValueError as error:
            raise ValueError(f"bad pattern {source!r}: {error}") from error
        if wide is None:
            return Pattern(source, expression, source)
        in_all_scripts = self._bounded(wide.text, source)
        return Pattern(
            source,
            expression,
            source,
            Pattern(source, in_all_scripts, wide.without_edges, marks=wide.marks),
        )

    def _bounded(self, text: str, source: str) -> Any:
        try:
            expression = self.compile(text)
        except self._re2.error as error:
            reason = error.args[0] if error.args else "not understood"
            why = reason.decode(errors="replace") if isinstance(reason, bytes) else str(reason)
            raise ValueError(f"bad pattern {source!r}: {why}") from error
        if expression.programsize > MOST_STEPS:
            raise ValueError(f"bad pattern {source!r}: pattern too large")
        return expression

    def compile(self, source: str) -> Any:
        compiled = self._re2.compile(source, self._options)
        # The library would keep what nobody uses any more.
        self._re2.purge()
        return compiled

    def groups(self, patterns: Sequence[Pattern]) -> Iterator[_Group]:
        """In the order of the patterns."""
        group: list[Pattern] = []
        steps = 0
        for pattern in patterns:
            own = pattern.expression.programsize
            if group and (len(group) == _GROUP or steps + own > _GROUP_STEPS):
                yield self._group(group)
                group, steps = [], 0
            group.append(pattern)
            steps += own
        if group:
            yield self._group(group)

    def _group(self, patterns: Sequence[Pattern]) -> _Group:
        if len(patterns) == 1 or not all(map(_can_be_joined, patterns)):
            return _Group(patterns)
        try:
            return _Group(patterns, self.compile("|".join(f"(?:{p.anyway})" for p in patterns)))
        except self._re2.error:  # Two of their groups have one name, for example.
            return _Group(patterns)


def regex_matcher(patterns: Sequence[str]) -> Matcher:
    """On the text as sent: whoever writes an expression means the characters that it names."""
    compiled = compile_patterns(patterns)
    compiler = _Compiler(_GROUP_BYTES)
    in_ascii = list(compiler.groups(compiled))
    in_others = list(compiler.groups([pattern for pattern in compiled if not pattern.wide]))
    in_all_scripts = list(compiler.groups([pattern.wide for pattern in compiled if pattern.wide]))

    def find(folded: Folded) -> Iterator[Hit]:
        text = folded.original
        if text.isascii():
            found = _found(in_ascii, Searched(text))
        else:
            as_sent = _found(in_others, Searched(text))
            found = chain(as_sent, _found(in_all_scripts, Searched(moved(text))))
        return islice(found, MOST_HITS)

    return find


def _found(groups: Sequence[_Group], text: Searched) -> Iterator[Hit]:
    for group in within_budget(groups):
        if group.may_hit(text.plain):
            for pattern in within_budget(group.patterns):
                for start, end in pattern.hits(text.marked(pattern.marks)):
                    first, last = text.span(start, end, pattern.marks)
                    if first < last:
                        yield first, last, pattern.source


def _can_be_joined(pattern: Pattern) -> bool:
    r"""Not where it is found anywhere, and not where its \Q would quote the others as well."""
    return r"\Q" not in pattern.anyway and pattern.expression.search(b"") is None
