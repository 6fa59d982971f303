"""What engines cost grows with the text and no faster, whatever is in it.

The texts are made of what each engine looks for: of its regular expressions and of its lists.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import ModuleType

import pytest

from common import text as text_package
from common.domain.content import Content
from common.engines.block_list.lists import BlockListSpec
from common.engines.engine import CreatorFacts, Engine, Resources
from common.engines.registry import ENGINES
from common.engines.semantic.spec import FilterSpec
from tests.unit.engines.hostile import cpu_seconds, filled, sources_of, texts

_SEED = int(os.environ.get("GAVEL_SEED") or random.SystemRandom().randrange(10**6))
_SHORT, _LONG, _LONGEST = 1_000, 5_000, 100_000
_TEXTS, _WORST = 100, 4
_FLOOR = 0.02
"""Seconds in which noise is more than what a text takes."""
_HEADROOM = 3
_MOST = 1.0
_TRIES = 3
"""A machine that is busy misleads one measurement; what is not linear shows in each."""

_WORDS = [
    "casino",
    "free money",
    "easy money now",
    "ab ab ab zz",
    "c4sh",
    "b*tch",
    "mama mia",
    "ass",
]
_TERMS: Mapping[str, Sequence[str]] = {
    "words": _WORDS,
    "plural": _WORDS,
    "substring": [*_WORDS, "a", "aaaa", "大学", "💩"],
    "phrases": [f"{first}{second} moneys" for first in "abcdefgh" for second in "klmnopqrst"],
    "domain": ["evil.com", "münchen.example", "a.b.c.example"],
    "domain_allowlist": ["good.com"],
    "email": ["bob@evil.com", "@evil.com"],
    "email_allowlist": ["bob@good.com"],
    "regex": [r"(a+)+$", r"a.*b", r"\w{2,50}@\w+\.com", r"(?:[a-z]{1,3}\W){2,9}0", "free|money"],
}


class Lists:
    """One list, which is looked for."""

    revision = ""

    def __init__(self, *names: str) -> None:
        self.ruled: Sequence[str] = names

    def find(self, name: str, team: str = "") -> BlockListSpec | None:
        del team
        return _list(name)

    def of_team(self, team: str) -> Lists:
        del team
        return self


class Filters:
    """One filter, whatever its name."""

    revision = ""

    def find(self, name: str) -> FilterSpec:
        return FilterSpec(name, _WORDS)

    def of_team(self, team: str) -> Filters:
        del team
        return self


_RULES = {"automod_semantic_filters": [{"name": "f", "threshold": 0.5, "action": "flag"}]}


def _list(name: str) -> BlockListSpec:
    kind = name if name.startswith(("domain", "email", "regex")) else "word"
    is_plural, is_substring = name == "plural", name == "substring"
    return BlockListSpec(name, _TERMS[name], kind, plural=is_plural, substring=is_substring)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Costs:
    """CPU seconds of one engine by the length of a text."""

    find: Callable[[Content], object]
    head: str
    unit: str

    def of(self, length: int) -> float:
        return cpu_seconds(self.find, filled(self.head, self.unit, length))


def judging(engine: Engine, *lists: str) -> Callable[[Content], object]:
    module = engine.load()
    resources = Resources(Lists(*lists), filters=Filters()).of(engine)
    asked = {"rules": _RULES.get(engine.name)}
    config = {name: value for name, value in asked.items() if value}
    classify = module.prepare(module.Config.model_validate(config), resources)

    def find(content: Content) -> object:
        try:
            classify(content, CreatorFacts("DE")).send(None)
        except StopIteration as done:
            return done.value
        raise AssertionError(f"{engine.name} waits for something")

    find(Content(("warm up: m@il me, call +1 415 555 2671 or t.me/abc, free m0ney 大",)))
    return find


def modules_of(engine: Engine) -> Iterator[ModuleType]:
    for package in (importlib.import_module(engine.module.rpartition(".")[0]), text_package):
        for found in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(found.name)


def hostile(engine: Engine, terms: Sequence[str], rng: random.Random) -> Iterator[tuple[str, str]]:
    """Pieces of what the engine's expressions match, and of the terms, as they are and with
    something between their letters.
    """
    made = texts(sources_of(*modules_of(engine)), rng)
    while True:
        yield from islice(made, 4)
        term, other = rng.choice(terms), rng.choice(terms)
        glue = rng.choice((" ", "", ".", "-", "*", "@", "\u0301", "\n"))
        yield from (
            ("", term + glue),
            (other + " ", glue.join(term)),
            ("", term[: rng.randint(1, len(term))] + glue),
            (other, term[-1] + glue),
        )


def cases() -> Iterator[tuple[Engine, Sequence[str]]]:
    for engine in ENGINES.values():
        if engine.names_lists:
            yield from ((engine, (name,)) for name in _TERMS)
        elif engine.runs != "await":
            yield engine, ()


@pytest.mark.parametrize(
    ("engine", "lists"),
    [pytest.param(*each, id=" ".join((each[0].name, *each[1]))) for each in cases()],
)
def test_cost_is_linear_in_the_text(engine: Engine, lists: Sequence[str]) -> None:
    rng = random.Random(_SEED)
    find = judging(engine, *lists)
    terms = [term for name in lists or _TERMS for term in _TERMS[name]]
    costs = [Costs(find, *made) for made in islice(hostile(engine, terms, rng), _TEXTS)]
    for each in sorted(costs, key=lambda each: each.of(_LONG), reverse=True)[:_WORST]:
        for _ in range(_TRIES):
            seconds = tuple(map(each.of, (_SHORT, _LONG, _LONGEST)))
            if _is_linear(*seconds):
                break
        else:
            raise AssertionError(
                f"seed {_SEED}: {each.head!r} + {each.unit!r} * n took {seconds} s"
            )


def _is_linear(short: float, long: float, longest: float) -> bool:
    steps = ((short, long, _LONG / _SHORT), (long, longest, _LONGEST / _LONG))
    return longest < _MOST and all(
        more < _HEADROOM * times * max(less, _FLOOR / times) for less, more, times in steps
    )
