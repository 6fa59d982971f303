"""Perspective's facade through google-api-python-client, unmodified: it builds itself from Gavel's
discovery document and calls where that says.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from googleapiclient import discovery
from googleapiclient.errors import HttpError

from tests.running import Running

from .perspective import ATTRIBUTES, RUDE, pieces

# The sample of Google's own documentation, in which the address is what is changed.
QUICKSTART = """
from googleapiclient import discovery
import json

client = discovery.build(
  "commentanalyzer",
  "v1alpha1",
  developerKey=API_KEY,
  discoveryServiceUrl="https://commentanalyzer.googleapis.com/$discovery/rest?version=v1alpha1",
  static_discovery=False,
)

analyze_request = {
  'comment': { 'text': 'friendly greetings from python' },
  'requestedAttributes': {'TOXICITY': {}}
}

response = client.comments().analyze(body=analyze_request).execute()
print(json.dumps(response, indent=2))
"""


def built(server: Running, key: str | None = None) -> Any:
    return discovery.build(
        "commentanalyzer",
        "v1alpha1",
        developerKey=server.score_key if key is None else key,
        discoveryServiceUrl=f"{server.base_url}/$discovery/rest?version=v1alpha1",
        static_discovery=False,
    )


@pytest.fixture
def analyzer(server: Running) -> Iterator[Any]:
    with built(server) as client:
        yield client


def analyzed(client: Any, text: str, *attributes: str, **more: Any) -> Any:
    body = {
        "comment": {"text": text},
        "requestedAttributes": {name: {} for name in attributes},
        **more,
    }
    return client.comments().analyze(body=body).execute()


@contextmanager
def refused(status: int, state: str, reason: str) -> Iterator[None]:
    with pytest.raises(HttpError) as caught:
        yield
    error = caught.value
    assert error.status_code == status
    assert reason in error.reason
    assert isinstance(error.error_details, list)
    assert error.error_details
    assert all(detail["@type"].startswith("type.googleapis.com/") for detail in error.error_details)
    assert f'"{state}"' in error.content.decode()


def test_the_quickstart_runs(server: Running, capsys: pytest.CaptureFixture[str]) -> None:
    ours = QUICKSTART.replace("https://commentanalyzer.googleapis.com", server.base_url)
    found: dict[str, Any] = {"API_KEY": server.score_key}
    exec(ours, found)
    found["client"].close()
    score = found["response"]["attributeScores"]["TOXICITY"]["summaryScore"]
    assert score["type"] == "PROBABILITY"
    assert 0 <= score["value"] < 0.5
    assert '"summaryScore"' in capsys.readouterr().out


def test_every_attribute_is_scored_with_spans(analyzer: Any) -> None:
    text = f"Thanks 👍🏽. {RUDE}"
    answer = analyzed(analyzer, text, *ATTRIBUTES, spanAnnotations=True, languages=["en"])
    assert set(answer["attributeScores"]) == set(ATTRIBUTES)
    assert answer["languages"] == ["en"]
    for name, found in answer["attributeScores"].items():
        assert 0 <= found["summaryScore"]["value"] <= 1, name
        parts = pieces(text, found["spanScores"])
        assert "".join(parts).replace(" ", "") == text.replace(" ", "")
    insult = answer["attributeScores"]["INSULT"]
    assert insult["summaryScore"]["value"] > 0.5
    spans = insult["spanScores"]
    worst = max(spans, key=lambda span: span["score"]["value"])
    assert "idiot" in pieces(text, [worst])[0]


def test_only_what_reaches_its_threshold_is_answered(analyzer: Any) -> None:
    asked = {"INSULT": {"scoreThreshold": 0.5}, "THREAT": {"scoreThreshold": 0.99}}
    body = {"comment": {"text": RUDE}, "requestedAttributes": asked, "clientToken": "t"}
    answer = analyzer.comments().analyze(body=body).execute()
    assert set(answer["attributeScores"]) == {"INSULT"}
    assert answer["clientToken"] == "t"


def test_only_the_fields_asked_for_are_answered(analyzer: Any) -> None:
    body = {"comment": {"text": RUDE}, "requestedAttributes": {"INSULT": {}, "THREAT": {}}}
    fields = "attributeScores(INSULT/summaryScore/value),languages"
    answer = analyzer.comments().analyze(body=body, fields=fields).execute()
    assert set(answer) == {"attributeScores", "languages"}
    (score,) = answer["attributeScores"].values()
    assert set(score) == {"summaryScore"}
    assert set(score["summaryScore"]) == {"value"}


def test_a_batch_has_each_answer(server: Running, analyzer: Any) -> None:
    texts = ("friendly greetings 🙂", RUDE, "", "größer")
    answers: dict[str, Any] = {}
    errors: dict[str, HttpError] = {}

    def called(id: str, answer: Any, error: HttpError | None) -> None:
        if error is None:
            answers[id] = answer
        else:
            errors[id] = error

    batch = analyzer.new_batch_http_request(callback=called)
    for text in texts:
        body = {"comment": {"text": text}, "requestedAttributes": {"INSULT": {}}}
        batch.add(analyzer.comments().analyze(body=body), request_id=f"id of {text}")
    with built(server, "AIzaSyUnknown") as stranger:
        batch.add(stranger.comments().analyze(body=body), request_id="stranger")
        batch.execute()
    assert list(errors) == ["id of ", "stranger"]
    assert "non-empty" in errors["id of "].reason
    assert "API key not valid" in errors["stranger"].reason
    assert list(answers) == [f"id of {text}" for text in texts if text]
    alone = analyzed(analyzer, RUDE, "INSULT")
    assert answers[f"id of {RUDE}"]["attributeScores"] == alone["attributeScores"]


def test_a_suggestion_is_taken(analyzer: Any) -> None:
    body = {
        "comment": {"text": RUDE},
        "attributeScores": {"TOXICITY": {"summaryScore": {"value": 1}}},
        "communityId": "a community",
        "clientToken": "comment:1",
        "languages": ["en"],
    }
    answer = analyzer.comments().suggestscore(body=body).execute()
    assert answer["clientToken"] == "comment:1"
    assert answer["requestedLanguages"] == ["en"]


def test_what_is_wrong_is_said_as_google_says_it(analyzer: Any) -> None:
    with refused(400, "INVALID_ARGUMENT", "NICENESS"):
        analyzed(analyzer, RUDE, "TOXICITY", "NICENESS")
    with refused(400, "INVALID_ARGUMENT", "non-empty"):
        analyzed(analyzer, "", "TOXICITY")
    with refused(400, "INVALID_ARGUMENT", "requested_attributes"):
        analyzed(analyzer, RUDE)
    with refused(400, "INVALID_ARGUMENT", "xx"):
        analyzed(analyzer, RUDE, "TOXICITY", languages=["xx"])
    dropped = analyzed(analyzer, RUDE, "TOXICITY", "NICENESS", dropUnsupportedAttributes=True)
    assert set(dropped["attributeScores"]) == {"TOXICITY"}


@pytest.mark.parametrize("key", ["", "AIzaSyUnknown", "ключ"])
def test_an_unknown_key_scores_nothing(server: Running, key: str) -> None:
    with built(server, key) as client, refused(400, "INVALID_ARGUMENT", "API key not valid"):
        analyzed(client, RUDE, "TOXICITY")


def test_the_app_s_other_keys_score_nothing(server: Running) -> None:
    for key in (server.api_key, server.secret, server.token):
        with built(server, key) as client, refused(400, "INVALID_ARGUMENT", "API key not valid"):
            analyzed(client, RUDE, "TOXICITY")
