"""Run by LangChain's own environment: has texts moderated by its middleware and by its chain."""

from __future__ import annotations

import asyncio
import json
import sys

from langchain.agents import create_agent
from langchain_classic.chains import OpenAIModerationChain
from langchain_core.language_models.fake_chat_models import FakeListChatModel
from langchain_openai.middleware import OpenAIModerationMiddleware


async def main(texts: list[str]) -> None:
    def said(answer: dict[str, list[object]]) -> str:
        return str(answer["messages"][-1].content)  # type: ignore[attr-defined]

    agent = create_agent(
        FakeListChatModel(responses=["As you like."]), middleware=[OpenAIModerationMiddleware()]
    )
    asked = [{"messages": [{"role": "user", "content": text}]} for text in texts]
    chain = OpenAIModerationChain()
    found = {
        "agent": [said(agent.invoke(each)) for each in asked],
        "agent_async": [said(await agent.ainvoke(each)) for each in asked],
        "chain": [chain.invoke(text)["output"] for text in texts],
        "chain_async": [(await chain.ainvoke(text))["output"] for text in texts],
    }
    print(json.dumps(found))


asyncio.run(main(json.loads(sys.argv[1])))
