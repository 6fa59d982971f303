"""Providers whose endpoints are fixed: each is asked as documented, and what it says is judged."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from standardwebhooks import Webhook

from common.domain.item import Item
from common.engines.remote.kinds import KINDS
from tests.functional.inprocess import in_process
from tests.functional.judging import Judging
from tests.moderation_endpoints import EndpointServer, ServiceAccount
from tests.receiver import Behaviour, answer, close, redirect

PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SECRET = "whsec_" + base64.b64encode(b"s" * 32).decode()
TEXT, SECOND = "you are an idiot", "and a lovely day to you"
_AWS = {"access_key_id": "AKIDEXAMPLE", "region": "eu-west-1"}


class World(Judging):
    server_of: EndpointServer

    def ask(
        self, kind: str, label: str, threshold: float = 0.5, path: str = "", **fields: Any
    ) -> None:
        given = {"kind": kind, "url": self.server_of.url(path), "key": "k3y-of-the-provider"}
        self.send("PUT", "/api/v1/providers/them", {**given, "model": "", **fields})
        rule = {"provider": "them", "label": label, "threshold": threshold, "action": "remove"}
        self.put_policy(remote_config={"rules": [rule]})

    def judge(self, *texts: str, images: tuple[str, ...] = (), id: str = "p") -> Item:
        payload = {"texts": list(texts), "images": list(images)}
        return self.judged(*texts, id=id, moderation_payload=payload)


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    data = tmp_path_factory.mktemp("endpoints") / "data"
    with EndpointServer() as endpoints, in_process(data, GAVEL_EGRESS_ALLOW="127.0.0.1") as server:
        assert isinstance(endpoints, EndpointServer)
        world = World(server, None)  # type: ignore[arg-type]
        world.server_of = endpoints
        endpoints.always("/picture.png", answer(200, PNG, {"content-type": "image/png"}))
        yield world


@dataclass(frozen=True)
class Case:
    """A provider, what it answers to one content, and the labels that come of it."""

    kind: str
    path: str
    answers: Any
    found: dict[str, float]
    texts: tuple[str, ...] = (TEXT,)
    images: int = 0
    fields: dict[str, Any] = field(default_factory=dict)
    base: str = ""
    rule: str = ""
    """The label of the rule that removes; the first found without it."""


def _openai(**scores: float) -> dict[str, Any]:
    kinds = {name: ["image"] for name in scores}
    categories = {name: score > 0.5 for name, score in scores.items()}
    return {
        "flagged": any(categories.values()),
        "categories": categories,
        "category_scores": scores,
        "category_applied_input_types": kinds,
    }


def _azure(severity: int) -> dict[str, Any]:
    names = ("Hate", "SelfHarm", "Sexual", "Violence")
    found = [{"category": name, "severity": severity if name == "Hate" else 0} for name in names]
    return {"blocklistsMatch": [], "categoriesAnalysis": found}


def _hive(**scores: float) -> dict[str, Any]:
    classes = [{"class": name, "score": score} for name, score in scores.items()]
    ok = {"code": "0", "message": "SUCCESS"}
    response = {"input": {}, "output": [{"time": 0, "classes": classes}]}
    return {"id": "1", "status": [{"status": ok, "response": response}]}


CASES = {
    "openai, texts": Case(
        "openai",
        "/v1/moderations",
        [{"results": [_openai(harassment=0.91, hate=0.2), _openai(harassment=0.001)]}],
        {"harassment": 0.91, "hate": 0.2},
        (TEXT, SECOND),
        base="/v1",
    ),
    "openai, an image": Case(
        "openai",
        "/v1/moderations",
        [{"results": [_openai(harassment=0.91)]}, {"results": [_openai(**{"sexual/minors": 0.8})]}],
        {"harassment": 0.91, "sexual/minors": 0.8},
        images=1,
        fields={"images": True, "concurrency": 1},
        base="/v1",
    ),
    "google_text": Case(
        "google_text",
        "/v2/documents:moderateText",
        [
            {
                "moderationCategories": [
                    {"name": "Insult", "confidence": 0.83},
                    {"name": "Death, Harm & Tragedy", "confidence": 0.04},
                ],
                "languageCode": "en",
                "languageSupported": True,
            }
        ],
        {"Insult": 0.83, "Death, Harm & Tragedy": 0.04},
    ),
    "google_vision": Case(
        "google_vision",
        "/v1/images:annotate",
        [
            {
                "responses": [
                    {
                        "safeSearchAnnotation": {
                            "adult": "VERY_LIKELY",
                            "spoof": "VERY_UNLIKELY",
                            "medical": "UNLIKELY",
                            "violence": "POSSIBLE",
                            "racy": "LIKELY",
                        }
                    }
                ]
            }
        ],
        {"adult": 0.97, "medical": 0.2, "violence": 0.5, "racy": 0.8},
        (),
        1,
        {"images": True},
    ),
    "rekognition": Case(
        "rekognition",
        "/",
        [
            {
                "ModerationLabels": [
                    {"Confidence": 99.1, "Name": "Exposed Female Nipple", "ParentName": "Nudity"},
                    {"Confidence": 99.1, "Name": "Nudity", "ParentName": "Explicit"},
                ],
                "ModerationModelVersion": "7.0",
            }
        ],
        {"Nudity": 0.991, "Exposed Female Nipple": 0.991},
        (),
        1,
        {"images": True, "options": _AWS},
    ),
    "comprehend": Case(
        "comprehend",
        "/",
        [
            {
                "ResultList": [
                    {"Labels": [{"Name": "INSULT", "Score": 0.9}], "Toxicity": 0.7},
                    {"Labels": [{"Name": "INSULT", "Score": 0.1}], "Toxicity": 0.05},
                ]
            }
        ],
        {"INSULT": 0.9, "TOXICITY": 0.7},
        (TEXT, SECOND),
        fields={"options": _AWS},
    ),
    "azure, text": Case("azure", "/contentsafety/text:analyze", [_azure(6)], {"Hate": 0.9}),
    "azure, an image": Case(
        "azure",
        "/contentsafety/image:analyze",
        [_azure(4)],
        {"Hate": 0.7},
        (),
        1,
        {"images": True},
    ),
    "hive, text": Case(
        "hive",
        "/api/v2/task/sync",
        [_hive(bullying=3, sexual=1, spam=-1, hate=0)],
        {"bullying": 0.95, "sexual": 0.5},
    ),
    "hive, an image": Case(
        "hive",
        "/api/v2/task/sync",
        [_hive(yes_sexual_activity=0.93, no_sexual_activity=0.07, general_nsfw=0.9)],
        {"yes_sexual_activity": 0.93, "general_nsfw": 0.9},
        (),
        1,
        {"images": True},
    ),
    "webhook": Case(
        "webhook",
        "/judge",
        [
            {
                "labels": [
                    {"label": "rude", "score": 0.8, "severity": "high", "text": 0, "start": 11},
                    {"label": "off-topic", "score": 0.3},
                ]
            }
        ],
        {"rude": 0.8, "off-topic": 0.3},
        fields={"key": SECRET},
        base="/judge",
    ),
}


def _ready(world: World, case: Case, *said: Any) -> None:
    world.server_of.says(case.path, *(said or case.answers))
    rule = case.rule or next(iter(case.found))
    world.ask(case.kind, rule, path=case.base, **case.fields)


def _judged(world: World, case: Case, id: str = "p") -> Item:
    images = tuple(world.server_of.url("/picture.png") for _ in range(case.images))
    return world.judge(*case.texts, images=images, id=id)


def test_each_kind_is_tried() -> None:
    chats = {kind.name for kind in KINDS.values() if kind.chats}
    assert {case.kind for case in CASES.values()} == KINDS.keys() - chats


@pytest.mark.parametrize("name", CASES)
def test_what_it_finds_is_judged_by_the_policy(world: World, name: str) -> None:
    case = CASES[name]
    _ready(world, case)
    item = _judged(world, case)
    assert {each["name"]: each["score"] for each in item["labels"]} == case.found
    assert (item["recommended_action"], item.get("not_judged", [])) == ("remove", [])
    labels = set(KINDS[case.kind].labels)
    assert not labels or set(case.found) <= labels


@pytest.mark.parametrize("name", CASES)
def test_it_is_asked_once_about_the_same(world: World, name: str) -> None:
    _ready(world, CASES[name])
    first = _judged(world, CASES[name], "p")
    asked = len(world.server_of.sent(CASES[name].path))
    second = _judged(world, CASES[name], "q")
    assert len(world.server_of.sent(CASES[name].path)) == asked
    assert second["labels"] == first["labels"]


_BROKEN: dict[str, Behaviour] = {
    "no JSON": answer(200, b"<html>", {"content-type": "text/html"}),
    "an empty object": answer(200, b"{}"),
    "a list": answer(200, b"[]"),
    "null": answer(200, b"null"),
    "nothing": answer(200, b""),
    "the key is refused": answer(401, b"k3y-of-the-provider"),
    "an error": answer(400, b"{}"),
    "closed": close(),
    "elsewhere": redirect("http://169.254.169.254/"),
    "numbers too large": answer(200, b'{"score": 1e400}'),
}


@pytest.mark.parametrize("broken", _BROKEN)
@pytest.mark.parametrize("name", CASES)
def test_what_is_no_verdict_is_not_judged(world: World, name: str, broken: str) -> None:
    case = CASES[name]
    _ready(world, case, {})
    world.server_of.always(case.path, _BROKEN[broken])
    item = _judged(world, case)
    assert item["not_judged"] == ["remote"]
    assert item["recommended_action"] == "flag"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("openai, texts", {"results": [_openai(harassment=0.9)]}),
        ("openai, texts", {"results": [_openai(harassment=1.7), _openai(harassment=0.1)]}),
        ("openai, texts", {"results": [_openai(made_up=0.7), _openai(made_up=0.1)]}),
        ("google_text", {"moderationCategories": []}),
        (
            "google_text",
            {
                "moderationCategories": [{"name": "Insult", "confidence": 0.8}],
                "languageSupported": False,
            },
        ),
        ("google_vision", {"responses": [{"error": {"code": 7, "message": "no"}}]}),
        ("google_vision", {"responses": [{"safeSearchAnnotation": {"adult": "UNKNOWN"}}]}),
        ("rekognition", {"ModerationLabels": [{"Confidence": 140.0, "Name": "Nudity"}]}),
        ("comprehend", {"ResultList": [{"Labels": [], "Toxicity": 0.1}]}),
        ("azure, text", {"categoriesAnalysis": [{"category": "Hate", "severity": 2}]}),
        ("azure, text", _azure(9)),
        ("hive, text", _hive(bullying=7)),
        ("hive, text", {"status": [{"status": {"code": "1", "message": "k3y"}}]}),
        ("webhook", {"labels": [{"label": "rude", "score": 0.8, "colour": "red"}]}),
        ("webhook", {"labels": [{"label": "rude", "score": 0.8, "text": 3}]}),
        ("webhook", {"labels": [{"label": "rude", "score": 0.8, "text": 0, "end": 900}]}),
        ("webhook", {"labels": [{"label": "rude", "score": 0.8, "severity": "severe"}]}),
        ("webhook", {"labels": [{"label": "", "score": 0.8}]}),
    ],
)
def test_an_answer_that_says_something_else_is_not_judged(
    world: World, name: str, said: Any
) -> None:
    case = CASES[name]
    _ready(world, case, said)
    item = _judged(world, case)
    assert (item["not_judged"], item["recommended_action"]) == (["remote"], "flag")


def test_openai_is_asked_for_texts_together_and_images_alone(world: World) -> None:
    case = CASES["openai, an image"]
    _ready(world, case)
    world.ask("openai", "harassment", path="/v1", model="omni-moderation-latest", images=True)
    _judged(world, case)
    picture = {"type": "image_url", "image_url": {"url": world.server_of.url("/picture.png")}}
    inputs = [body["input"] for body in world.server_of.bodies("/v1/moderations")]
    assert sorted(inputs, key=str) == sorted([[TEXT], [picture]], key=str)
    assert {body["model"] for body in world.server_of.bodies("/v1/moderations")} == {
        "omni-moderation-latest"
    }
    sent = world.server_of.sent("/v1/moderations")[0]
    assert sent.headers["authorization"] == "Bearer k3y-of-the-provider"


def test_the_place_of_what_is_found_is_known(world: World) -> None:
    _ready(world, CASES["openai, texts"])
    harassment, _ = _judged(world, CASES["openai, texts"])["labels"]
    assert harassment["spans"] == [[0, 0, len(TEXT), ""]]
    _ready(world, CASES["azure, an image"])
    (hate,) = _judged(world, CASES["azure, an image"], "q")["labels"]
    assert (hate["modality"], hate["severity"]) == ("image", "medium")
    _ready(world, CASES["webhook"])
    rude, _ = _judged(world, CASES["webhook"], "r")["labels"]
    assert (rude["spans"], rude["severity"]) == ([[0, 11, len(TEXT), ""]], "high")


def test_aws_is_asked_with_a_signature_that_aws_would_make(world: World) -> None:
    options = {**_AWS, "session_token": "t0ken"}
    _ready(world, CASES["rekognition"])
    world.ask("rekognition", "Nudity", images=True, options=options)
    _judged(world, CASES["rekognition"])
    (sent,) = world.server_of.sent("/")
    assert json.loads(sent.body)["Image"] == {"Bytes": base64.b64encode(PNG).decode()}
    assert sent.headers["x-amz-target"] == "RekognitionService.DetectModerationLabels"
    given = sent.headers["authorization"]
    names = given.split("SignedHeaders=")[1].split(",")[0].split(";")
    signed = {name: sent.headers[name] for name in names}
    assert {"host", "x-amz-date", "x-amz-security-token", "x-amz-target"} <= signed.keys()
    request = AWSRequest("POST", world.server_of.url("/"), headers=signed, data=sent.body)
    request.context["timestamp"] = sent.headers["x-amz-date"]
    credentials = Credentials(_AWS["access_key_id"], "k3y-of-the-provider", "t0ken")
    auth = SigV4Auth(credentials, "rekognition", _AWS["region"])
    text = auth.string_to_sign(request, auth.canonical_request(request))
    assert given.endswith(f"Signature={auth.signature(text, request)}")


def test_a_service_account_s_key_file_gets_a_token_for_an_hour(world: World) -> None:
    account = ServiceAccount(world.server_of)
    _ready(world, CASES["google_text"])
    world.server_of.says("/token", {"access_token": "ya29.t", "expires_in": 3600})
    world.ask("google_text", "Insult", key=account.key_file())
    _judged(world, CASES["google_text"])
    world.judge(SECOND, id="q")
    (asked,) = world.server_of.sent("/token")
    form = parse_qs(asked.body.decode())
    assert form["grant_type"] == ["urn:ietf:params:oauth:grant-type:jwt-bearer"]
    claims = account.claims(form["assertion"][0])
    assert claims["iss"] == "gavel@project.iam.gserviceaccount.com"
    assert claims["scope"] == "https://www.googleapis.com/auth/cloud-platform"
    for sent in world.server_of.sent("/v2/documents:moderateText"):
        assert sent.headers["authorization"] == "Bearer ya29.t"


def test_without_a_token_nothing_is_judged(world: World) -> None:
    account = ServiceAccount(world.server_of)
    _ready(world, CASES["google_text"])
    world.server_of.says("/token", {"error": "invalid_grant"}, status=400)
    world.ask("google_text", "Insult", key=account.key_file())
    assert _judged(world, CASES["google_text"])["not_judged"] == ["remote"]
    assert world.server_of.sent("/v2/documents:moderateText") == []


def test_google_s_api_key_goes_in_its_header(world: World) -> None:
    _ready(world, CASES["google_vision"])
    _judged(world, CASES["google_vision"])
    (sent,) = world.server_of.sent("/v1/images:annotate")
    assert sent.headers["x-goog-api-key"] == "k3y-of-the-provider"
    (request,) = json.loads(sent.body)["requests"]
    assert request["image"] == {"source": {"imageUri": world.server_of.url("/picture.png")}}


def test_a_webhook_is_signed_as_standard_webhooks_are(world: World) -> None:
    _ready(world, CASES["webhook"])
    _judged(world, CASES["webhook"])
    (sent,) = world.server_of.sent("/judge")
    verified = Webhook(SECRET).verify(sent.body, dict(sent.headers.items()))
    assert verified["type"] == "content.check"
    assert verified["data"] == {"texts": [TEXT], "images": []}


@pytest.mark.parametrize(
    ("kind", "key", "problem"),
    [
        ("webhook", "s3cret", "does not begin with whsec_"),
        ("google_text", '{"type": "authorized_user"}', "is no key file of a service account"),
        ("google_text", '{"type": "service_account"}', "has no client_email"),
        ("google_vision", "{nonsense", "is no JSON"),
    ],
)
def test_a_key_that_cannot_be_read_is_refused(
    world: World, kind: str, key: str, problem: str
) -> None:
    body = {"kind": kind, "url": world.server_of.url(), "key": key}
    answered = world.answered("PUT", "/api/v1/providers/them", body)
    assert answered.status == 400
    assert problem in answered.text and "key" in answered.text
    assert key not in answered.text


@pytest.mark.parametrize("kind", ["rekognition", "comprehend"])
def test_aws_is_found_by_its_region(world: World, kind: str) -> None:
    body = {"kind": kind, "key": "s", "options": _AWS}
    provider = world.send("PUT", "/api/v1/providers/them", body)["provider"]
    assert provider["url"] == f"https://{kind}.eu-west-1.amazonaws.com"
    missing = world.answered("PUT", "/api/v1/providers/them", {"kind": kind, "key": "s"})
    assert missing.status == 400


def test_google_vision_of_a_policy_flags_what_is_likely(world: World) -> None:
    case = CASES["google_vision"]
    _ready(world, case)
    world.put_policy(google_vision_config={"enabled": True, "provider": "them"})
    item = _judged(world, case)
    assert item["recommended_action"] == "flag"
    flagged = [each["name"] for each in item["labels"] if each["action"] == "flag"]
    assert flagged == ["adult", "racy"]
    assert world.check("only words", id="q")["status"] == "complete"


def test_an_image_that_cannot_be_fetched_is_not_judged(world: World) -> None:
    _ready(world, CASES["azure, an image"])
    world.server_of.always("/picture.png", answer(404))
    item = _judged(world, CASES["azure, an image"])
    assert (item["not_judged"], item["recommended_action"]) == (["remote"], "flag")
    assert world.server_of.sent("/contentsafety/image:analyze") == []
