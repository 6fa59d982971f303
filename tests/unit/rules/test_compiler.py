"""What the code that conditions write may name."""

from __future__ import annotations

from dataclasses import dataclass, fields

from common.rules.compiler import Code, Failure, compile_tests
from common.rules.facts import Facts


@dataclass
class _Named:
    fact: str

    def code(self, _: Code) -> str:
        return f"{self.fact} is facts.{self.fact}"


def test_every_fact_goes_by_its_name() -> None:
    tests = [_Named(field.name) for field in fields(Facts)]
    held: list[int] = []
    failed: list[Failure] = []
    compile_tests(tests, "facts")(Facts(), False, held, failed)
    assert (held, failed) == (list(range(len(tests))), [])
