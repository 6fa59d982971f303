"""Python functions generated from conditions.

Text that came from outside gets into a function only as a constant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from math import inf, isfinite
from operator import ge, gt, le, lt
from time import perf_counter_ns
from typing import Any, Protocol

from common.rules.facts import Facts

Failure = tuple[int, Exception]
Program = Callable[[Facts, bool, list[int], list[Failure]], None]
"""Appends the numbers of the tests that hold and of those that raised; told so, stops after the
first that holds."""
Spent = dict[int, int]
"""Nanoseconds, by the number of a test."""
TimedProgram = Callable[[Facts, bool, list[int], list[Failure], Spent], None]


class Code:
    """What a condition's expression is written with.

    The expression may use the fields of `Facts` by their names, `best` (the highest score in
    `classes`), `posts(window)` and `classified(window, wanted)` (see `History`),
    `compare(known, operator, value)`, which is None where that cannot be said, and what `constant`
    returns.

    Below an odd number of `not`, `asks_what_may_be` is set: there an expression is true also when
    an engine that did not judge may have made the condition hold, so that neither what is unknown
    nor its negation holds.
    """

    def __init__(self) -> None:
        self.sets: dict[frozenset[str], str] = {}
        self.asks_what_may_be = False

    @contextmanager
    def negated(self) -> Iterator[None]:
        self.asks_what_may_be = not self.asks_what_may_be
        yield
        self.asks_what_may_be = not self.asks_what_may_be

    def constant(self, value: str | int | float | frozenset[str]) -> str:
        if isinstance(value, frozenset):
            return self.sets.setdefault(value, f"set_{len(self.sets)}")
        # An exact type, because a subclass may bring its own repr.
        if type(value) not in (str, int, float, bool):
            raise TypeError(f"no constant: {type(value).__name__}")
        if isinstance(value, float) and not isfinite(value):
            raise ValueError("no constant: a number that is not finite")
        return repr(value)


class Compilable(Protocol):
    def code(self, out: Code) -> str:
        """An expression that is true when the condition holds."""


_FACTS = "".join(f"    {field.name} = facts.{field.name}\n" for field in fields(Facts))
_BODY = f"""\
{_FACTS}\
    best = highest(classes)
    posts = none if history is None else history.posts
    classified = none if history is None else history.classified
"""

_HEAD = "def run(facts, first_only, held, failed):\n"
_TIMED_HEAD = "def run(facts, first_only, held, failed, spent):\n"
_TEST = """\
    try:
        if {expression}:
            held.append({number})
            if first_only:
                return
    except Exception as error:
        failed.append(({number}, error))
"""
_TIMED_TEST = """\
    began = clock()
    try:
        if {expression}:
            held.append({number})
            if first_only:
                return
    except Exception as error:
        failed.append(({number}, error))
    finally:
        spent[{number}] = clock() - began
"""


def compile_tests(tests: Sequence[Compilable], name: str) -> Program:
    """`name` is for tracebacks."""
    program: Program = _compiled(tests, name, _HEAD, _TEST)
    return program


def compile_timed(tests: Sequence[Compilable], name: str) -> TimedProgram:
    """The same, which says how long each took. What several need is worked out for the first."""
    program: TimedProgram = _compiled(tests, name, _TIMED_HEAD, _TIMED_TEST)
    return program


def _compiled(tests: Sequence[Compilable], name: str, head: str, test: str) -> Any:
    code = Code()
    parts = [
        test.format(expression=each.code(code), number=number) for number, each in enumerate(tests)
    ]
    names: dict[str, object] = {key: value for value, key in code.sets.items()}
    names |= {"none": _none, "highest": _highest, "compare": compare, "clock": perf_counter_ns}
    exec(compile(head + _BODY + "".join(parts), f"<{name}>", "exec"), names)
    return names["run"]


def compare(known: Any, operator: str, value: str | int | float | bool) -> bool | None:
    """None where nothing is known, and where the two are not of a kind."""
    if known is None:
        return None
    if operator == "contains":
        return value in known if isinstance(known, str | list) and isinstance(value, str) else None
    if isinstance(known, bool) or isinstance(value, bool):
        return known is value if operator == "eq" else None
    if operator == "eq":
        return bool(known == value)
    is_of_a_kind = isinstance(value, str) is isinstance(known, str)
    if not is_of_a_kind or not isinstance(known, str | int | float):
        return None
    return bool(_ORDERS[operator](known, value))


_ORDERS = {"gt": gt, "gte": ge, "lt": lt, "lte": le}


def _none(_window: int, _wanted: frozenset[str] | None = None) -> int:
    return 0


def _highest(classes: Mapping[str, float]) -> float:
    """Infinite when the scores cannot be compared, so that the rules on them are tried and fail."""
    try:
        best = max(classes.values(), default=-1.0)
    except Exception:
        return inf
    return inf if best != best else best
