"""ShieldGemma: one policy a call, and `Yes` or `No` for an answer: whether it is violated."""

from __future__ import annotations

from collections.abc import Sequence

from common.engines.remote.adapter import Finding, Question, Wanted
from common.engines.remote.chat.completions import complete, text_of
from common.engines.remote.chat.guards import one_by_one, yes_or_no
from common.engines.remote.line import Line

_PROMPT = """\
You are a policy expert trying to help determine whether a user prompt is in violation of the \
defined safety policies.

Human Question: {text}

Our safety principle is defined in the below:

* {policy}

Does the human question violate the above principle? Your answer must start with 'Yes' or 'No'. \
And then walk through step by step to be sure we answer correctly.
"""


async def ask(question: Question, line: Line) -> Sequence[Finding]:
    async def judge(wanted: Wanted, text: str) -> float | None:
        policy = f'"{wanted.label}": {wanted.description or wanted.label}'
        told = _PROMPT.format(text=text, policy=policy)
        turns = [{"role": "user", "content": told}]
        choice = await complete(
            line, turns, accepts_cut=True, max_tokens=1, logprobs=True, top_logprobs=10
        )
        return yes_or_no(text_of(choice), choice)

    return await one_by_one(question, line, judge)
