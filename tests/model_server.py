"""A model behind an OpenAI-compatible `/chat/completions` that does as it is told, and misbehaves
in the ways that servers and models are known to.

A script is a function of what the model was asked; `ask` of it has what a good model would read.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.receiver import Behaviour, Handler, Receiver, answer

PATH = "/v1/chat/completions"
Script = Callable[["Asked"], Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: the labels, the marks and the content, as the messages have them."""

    body: dict[str, Any]
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def system(self) -> str:
        return str(self.body["messages"][0]["content"])

    @property
    def user(self) -> str:
        content = self.body["messages"][-1]["content"]
        if isinstance(content, list):
            content = next(part["text"] for part in content if part["type"] == "text")
        return str(content)

    @property
    def texts(self) -> list[str]:
        return list(json.loads(self.user)["content"]["texts"])

    @property
    def nonce(self) -> str:
        found = re.search(r'"nonce" is (\w+),', self.system)
        assert found is not None
        return found[1]

    @property
    def control(self) -> str:
        return str(json.loads(self.user)["control"])

    @property
    def labels(self) -> list[str]:
        schema = self.body["response_format"]["json_schema"]["schema"]
        entry = schema["properties"]["labels"]["items"]["properties"]
        return [name for name in entry["label"]["enum"] if name != "control"]

    def entry(self, label: str, severity: str = "none", evidence: str = "") -> dict[str, str]:
        return {"label": label, "severity": severity, "evidence": evidence}

    def verdict(self, found: Mapping[str, tuple[str, str]] | None = None) -> dict[str, Any]:
        """What a good model answers: `found` has severity and evidence by label."""
        known = found or {}
        entries = [self.entry(label, *known.get(label, ())) for label in self.labels]
        control = self.entry("control", "critical", self.control)
        return {"nonce": self.nonce, "labels": [*entries, control]}


def said(content: Any, finish: str = "stop", **message: Any) -> dict[str, Any]:
    """A completion with this text, or this as JSON."""
    text = content if isinstance(content, str) or content is None else json.dumps(content)
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "choices": [
            {
                "index": 0,
                "finish_reason": finish,
                "message": {"role": "assistant", "content": text, **message},
            }
        ],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
    }


def finds(words: Mapping[str, tuple[str, str]]) -> Script:
    """A good model: a text that has the word gets its label and severity, with it as evidence."""

    def script(asked: Asked) -> Any:
        text = " ".join(asked.texts)
        found = {
            label: (severity, word)
            for word, (label, severity) in words.items()
            if word in text and label in asked.labels
        }
        return said(asked.verdict(found))

    return script


class ModelServer(Receiver):
    """Its scripts are used up one by one, the last stays. `asked` is what came, in order."""

    def __init__(self) -> None:
        super().__init__()
        self._turn = threading.Lock()
        self.asked: list[Asked] = []
        self._scripts: list[Script | Behaviour] = []
        self.always(PATH, self._answer)

    def plays(self, *scripts: Script) -> None:
        self._scripts = list(scripts)

    @property
    def base(self) -> str:
        return self.url("/v1")

    def _answer(self, handler: Handler) -> None:
        own = handler.client_address[1]
        body = next(each.body for each in reversed(self.requests) if each.connection == own)
        asked = Asked(json.loads(body), dict(handler.headers.items()))
        self.asked.append(asked)
        with self._turn:
            script = self._scripts.pop(0) if len(self._scripts) > 1 else self._scripts[0]
        made = script(asked)  # type: ignore[arg-type]
        if callable(made):
            made(handler)
        else:
            data = json.dumps(made).encode()
            answer(200, data, {"content-type": "application/json"})(handler)


def behaves(behaviour: Behaviour) -> Script:
    """The server itself does this, whatever it was asked."""
    return lambda _: behaviour


def labels_of(item: Mapping[str, Any], engine: str = "llm") -> Sequence[str]:
    return [each["name"] for each in item.get("labels", ()) if each["engine"] == engine]
