"""Asking the running server what a policy says of each text, several at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from threading import local
from typing import Any

from infra.local.demo.client import Client, Server
from infra.local.judge.labelled import Sample

_PROVIDERS = "/providers"


@dataclass(frozen=True, slots=True)
class Answer:
    """`scores` has the highest of each label, `ms` the time of each engine. `recommended_action`
    is the policy's, with all that it does where an engine did not judge.
    """

    recommended_action: str
    scores: Mapping[str, float]
    ms: Mapping[str, float]
    not_judged: Mapping[str, str] = field(default_factory=dict)


def answer_of(tried: Mapping[str, Any]) -> Answer:
    scores: dict[str, float] = {}
    for engine in tried["engines"]:
        for label in engine["labels"]:
            name = label["name"]
            scores[name] = max(label["score"], scores.get(name, 0.0))
    return Answer(
        tried["recommended_action"],
        scores,
        {engine["name"]: engine["ms"] for engine in tried["engines"]},
        {each["name"]: each["why"] for each in tried["not_judged"]},
    )


def ask(
    server: Server,
    policy: Mapping[str, Any],
    samples: Sequence[Sample],
    at_once: int,
    show: Callable[[int], None],
) -> list[Answer]:
    """`policy` is the part of a try that names it. Raises what the first that fails raises."""
    own = local()

    def one(sample: Sample) -> Answer:
        if not hasattr(own, "client"):
            own.client = Client(server)
        return answer_of(own.client.hive("POST", "/try", {**policy, "text": sample.text}))

    with ThreadPoolExecutor(at_once) as pool:
        answers = []
        for answer in _in_turn(pool, one, samples):
            answers.append(answer)
            show(len(answers))
        return answers


def _in_turn(
    pool: ThreadPoolExecutor, one: Callable[[Sample], Answer], samples: Sequence[Sample]
) -> Iterator[Answer]:
    futures = [pool.submit(one, sample) for sample in samples]
    try:
        for future in futures:
            yield future.result()
    finally:
        for future in futures:
            future.cancel()


def provider_of(client: Client, id: str) -> dict[str, Any]:
    """Raises Refused where the app has no such provider."""
    found: dict[str, Any] = client.hive("GET", f"{_PROVIDERS}/{id}")["provider"]
    return found
