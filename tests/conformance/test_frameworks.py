"""LangChain's and LiteLLM's moderation, unmodified: only the environment says where Gavel is."""

from __future__ import annotations

import pytest

from tests.running import Running

from .frameworks import run_framework
from .helpers import mostly_local
from .openai_apps import INSULT, KIND

# To load them takes seconds of a machine that has nothing else to do.
pytestmark = [pytest.mark.timeout(300), mostly_local]


def test_langchain(server: Running) -> None:
    found = run_framework("moderate_langchain.py", server, [INSULT, KIND])
    for way in ("agent", "agent_async"):
        stopped, passed = found[way]
        assert "flagged for harassment" in stopped
        assert passed == "As you like."
    for way in ("chain", "chain_async"):
        assert found[way] == ["Text was found that violates OpenAI's content policy.", KIND]


def test_litellm(server: Running) -> None:
    found = run_framework("moderate_litellm.py", server, [INSULT, KIND])
    for way in ("moderation", "amoderation"):
        assert found[way]["id"].startswith("modr-")
        stopped, passed = found[way]["results"]
        assert stopped["flagged"] and not passed["flagged"]
        assert stopped["category_scores"]["harassment"] > 0.9
