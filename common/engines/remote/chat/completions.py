"""What all models behind `/chat/completions` have in common: the call, and the way to the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from common.engines.remote.adapter import NotJudged
from common.engines.remote.answers import part
from common.engines.remote.line import Line

_PATH = "/chat/completions"
_CHARACTERS_A_TOKEN = 2
"""Few, so that what is set aside of the budget is seldom too little."""
_SEED = 7


async def complete(
    line: Line, messages: Sequence[Mapping[str, Any]], *, accepts_cut: bool = False, **more: Any
) -> Any:
    """The first choice, which has ended by itself, or was cut as it was asked to be. Raises
    NotJudged for any other.
    """
    provider = line.provider
    body = {
        "model": provider["model"],
        "messages": messages,
        "temperature": 0,
        "seed": _SEED,
        "stream": False,
        "max_tokens": provider["max_tokens"],
        **more,
    }
    expected = _length(messages) // _CHARACTERS_A_TOKEN, provider["max_tokens"]
    answer = await line.post(_PATH, body, tokens=expected)
    choice = part(answer, "choices", 0, of=dict)
    if part(choice, "message", of=dict).get("refusal"):
        raise NotJudged("refusal", "the model refused to answer")
    ending = choice.get("finish_reason")
    if ending == "length" and not accepts_cut:
        raise NotJudged("answer", "the answer was cut off: raise max_tokens")
    if ending == "content_filter":
        raise NotJudged("refusal", "a filter of the provider held the answer back")
    if ending not in ("stop", "length"):
        raise NotJudged("answer", "the answer did not end by itself")
    return choice


def text_of(choice: Any) -> str:
    """What the model said; its reasoning is no answer."""
    text = part(choice, "message", of=dict).get("content")
    if not isinstance(text, str) or not text.strip():
        raise NotJudged("answer", "the answer is empty")
    return text.strip()


def _length(messages: Sequence[Mapping[str, Any]]) -> int:
    return sum(len(str(message["content"])) for message in messages)
