"""Events that go to queues and topics of Amazon's, read there as Stream's clients read them."""

from __future__ import annotations

import json
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.session import Session
from getstream import models

from common.configuration.context import now
from common.delivery.deliveries import deliver
from common.queue.messages import DueDelivery
from infra.aws.local.ministack import ACCOUNT, REGION
from tests.functional.announced import deliveries
from tests.functional.inprocess import Answer, App, Server, in_process
from tests.moto import moto
from tests.parsers import Parsers, parsers
from tests.receiver import Receiver, answer, hang

KEY, SECRET = "AKIAEXAMPLE", "wJalr-the-secret-of-a-queue"
KEYS = {"aws_access_key_id": KEY, "aws_secret_access_key": SECRET, "region_name": REGION}


@dataclass
class World:
    """An app whose deliveries are sent when a test says so, and an Amazon beside it."""

    server: Server
    app: App
    parsers: Parsers

    @property
    def sqs(self) -> Any:
        return Session().create_client("sqs", endpoint_url=moto(), **KEYS)

    @property
    def sns(self) -> Any:
        return Session().create_client("sns", endpoint_url=moto(), **KEYS)

    def queue(self, end: str = "") -> str:
        attributes = {"FifoQueue": "true"} if end else {}
        made = self.sqs.create_queue(QueueName=f"q{uuid4().hex}{end}", Attributes=attributes)
        return str(made["QueueUrl"])

    def topic(self, queue: str, end: str = "") -> str:
        attributes = {"FifoTopic": "true"} if end else {}
        made = self.sns.create_topic(Name=f"t{uuid4().hex}{end}", Attributes=attributes)
        arn = str(made["TopicArn"])
        endpoint = f"arn:aws:sqs:{REGION}:123456789012:{queue.rpartition('/')[2]}"
        self.sns.subscribe(TopicArn=arn, Protocol="sqs", Endpoint=endpoint)
        return arn

    def update(self, **fields: Any) -> Answer:
        return self.server.call(self.app, "PATCH", "/api/v2/app", fields)

    def hooks(self, *hooks: dict[str, Any]) -> None:
        answered = self.update(event_hooks=list(hooks))
        assert answered.status == 200, answered.text

    def shown(self) -> Any:
        return self.server.call(self.app, "GET", "/api/v2/app").json()["app"]

    def ban(self, user: str) -> None:
        body = {"action_type": "ban", "user_id": "mo", "ban": {"target_user_id": user}}
        path = "/api/v2/moderation/submit_action"
        assert self.server.call(self.app, "POST", path, body).status == 201

    def pending(self) -> list[Any]:
        """Announcements among them, which are not listed."""
        waiting = [each for each in deliveries(self.server, self.app) if each["state"] == "pending"]
        return sorted(waiting, key=lambda each: each["created_at"])

    def send(self) -> None:
        """What is announced, and then what is made of it."""
        for _ in range(2):
            for delivery in self.pending():
                due = DueDelivery(self.app.name, delivery["id"])
                self.server.run(deliver(self.server.context, due, now()))

    def received(self, queue: str) -> list[Any]:
        asked = {"MaxNumberOfMessages": 10, "MessageAttributeNames": ["All"]}
        names = {"MessageSystemAttributeNames": ["All"]}
        return list(self.sqs.receive_message(QueueUrl=queue, **asked, **names).get("Messages", []))


@pytest.fixture
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    data = tmp_path_factory.mktemp("queues") / "data"
    settings = {"GAVEL_EGRESS_ALLOW": "127.0.0.1", "GAVEL_SNS_URL": f"{moto()}/"}
    with in_process(data, **settings) as server:
        app = server.app("app-a")
        with parsers(app.credentials.key, app.credentials.secret) as made:
            yield World(server, app, made)


def _sqs(url: str, **fields: Any) -> dict[str, Any]:
    return {
        "hook_type": "sqs",
        "sqs_queue_url": url,
        "sqs_region": REGION,
        "sqs_key": KEY,
        "sqs_secret": SECRET,
        "sqs_auth_type": "keys",
        **fields,
    }


def _sns(topic: str, **fields: Any) -> dict[str, Any]:
    keys = {"sns_key": KEY, "sns_secret": SECRET}
    return {"hook_type": "sns", "sns_topic_arn": topic, **keys, **fields}


@pytest.mark.parametrize("is_compressed", [False, True])
def test_a_queue_gets_events_that_clients_read(world: World, is_compressed: bool) -> None:
    queue = world.queue()
    world.hooks(_sqs(queue, event_types=["user.banned"]))
    world.update(enable_hook_payload_compression=is_compressed)
    world.ban("ann")
    world.send()
    (message,) = world.received(queue)
    assert b64decode(message["Body"]).startswith(b"{") == (not is_compressed)
    event = world.parsers.read("sqs", message["Body"].encode())
    assert isinstance(event, models.UserBannedEvent) and event.user.id == "ann"
    told = {name: each["StringValue"] for name, each in message["MessageAttributes"].items()}
    assert told["X-Api-Key"] == world.app.credentials.key and told["X-Webhook-Attempt"] == "1"
    query = {"state": "delivered", "limit": 1}
    delivered = world.server.call(world.app, "GET", "/api/v1/deliveries", query=query).json()
    assert told["X-Webhook-Id"] == delivered["deliveries"][0]["id"]


@pytest.mark.parametrize("is_compressed", [False, True])
def test_a_topic_gets_events_that_clients_read(world: World, is_compressed: bool) -> None:
    queue = world.queue()
    world.hooks(_sns(world.topic(queue)))
    world.update(enable_hook_payload_compression=is_compressed)
    world.ban("ann")
    world.send()
    (message,) = world.received(queue)
    event = world.parsers.read("sns", message["Body"].encode())
    assert isinstance(event, models.UserBannedEvent) and event.user.id == "ann"
    attributes = json.loads(message["Body"])["MessageAttributes"]
    assert attributes["X-Api-Key"]["Value"] == world.app.credentials.key


def test_one_user_s_events_are_one_group_of_a_queue_in_order(world: World) -> None:
    queue = world.queue(".fifo")
    world.hooks(_sqs(queue))
    for user in ("ann", "bob", "ann"):
        world.ban(user)
    world.send()
    world.send()
    groups: dict[str, list[str]] = {}
    for message in world.received(queue):
        user = world.parsers.read("sqs", message["Body"].encode()).user.id
        groups.setdefault(message["Attributes"]["MessageGroupId"], []).append(user)
    assert sorted(groups.values()) == [["ann", "ann"], ["bob"]]


@pytest.mark.parametrize("by_event", [False, True])
def test_a_topic_s_groups_are_the_events_where_it_is_so_set(world: World, by_event: bool) -> None:
    queue = world.queue(".fifo")
    topic = world.topic(queue, ".fifo")
    world.hooks(_sns(topic, sns_event_based_message_group_id_enabled=by_event))
    world.ban("ann")
    world.ban("bob")
    world.send()
    groups = {each["Attributes"]["MessageGroupId"] for each in world.received(queue)}
    assert groups == {"user.banned"} if by_event else len(groups) == 2


def test_the_older_settings_are_queues_and_topics_too(world: World) -> None:
    queue, behind = world.queue(), world.queue()
    topic = world.topic(behind)
    # moto's address tells no region, as Amazon's does.
    refused = world.update(sqs_url=queue, sqs_key=KEY, sqs_secret=SECRET)
    assert list(refused.json()["exception_fields"]) == ["sqs_url"]
    named = f"https://sqs.{REGION}.amazonaws.com/{ACCOUNT}/events"
    assert world.update(sqs_url=named, sqs_key=KEY, sqs_secret=SECRET).status == 200
    assert world.update(sns_topic_arn=topic, sns_key=KEY, sns_secret=SECRET).status == 200
    shown = world.shown()
    assert (shown["sqs_url"], shown["sqs_key"], shown["sqs_secret"]) == (named, KEY, "")
    assert (shown["sns_topic_arn"], shown["sns_key"], shown["sns_secret"]) == (topic, KEY, "")
    assert shown["event_hooks"] == []
    assert world.update(sqs_url="").status == 200
    world.ban("ann")
    world.send()
    (message,) = world.received(behind)
    assert world.parsers.read("sns", message["Body"].encode()).user.id == "ann"
    assert world.update(sns_topic_arn="").status == 200
    assert (world.shown()["sqs_url"], world.shown()["sns_topic_arn"]) == ("", "")


def test_secrets_are_kept_and_never_answered(world: World) -> None:
    queue = world.queue()
    world.hooks(_sqs(queue, id="mine"), _sns(world.topic(queue)))
    shown = world.shown()
    assert SECRET not in json.dumps(shown)
    world.hooks(*shown["event_hooks"])
    assert world.shown() == shown
    world.ban("ann")
    world.send()
    assert len(world.received(queue)) == 2
    other = {**shown["event_hooks"][0], "sqs_key": "AKIAOTHER"}
    answered = world.update(event_hooks=[other])
    assert list(answered.json()["exception_fields"]) == ["event_hooks.0.sqs_secret"]


@pytest.mark.parametrize(
    ("hook", "field"),
    [
        ({"hook_type": "sqs"}, "sqs_queue_url"),
        (_sqs("https://queue.example/q", sqs_region=None), "sqs_region"),
        (_sqs("https://queue.example/q", sqs_key=""), "sqs_key"),
        (_sqs("https://queue.example/q", sqs_secret=None), "sqs_secret"),
        (_sqs("http://169.254.169.254/1/q"), "sqs_queue_url"),
        (_sqs("https://queue.example/q", webhook_url="https://example.com/"), "webhook_url"),
        (_sqs("https://queue.example/q", sns_key="K"), "sns_key"),
        (_sqs("https://queue.example/q", sqs_role_arn="arn:aws:iam::1:role/r"), "sqs_role_arn"),
        (_sqs("https://queue.example/q", sqs_auth_type="resource"), "sqs_auth_type"),
        (_sns("arn:aws:sqs:eu-west-1:123456789012:q"), "sns_topic_arn"),
        (_sns("arn:aws:sns:eu-west-1:123456789012:t", sns_region="us-east-1"), "sns_region"),
        (_sns("arn:aws:sns:eu-west-1:123456789012:t", sns_secret=""), "sns_secret"),
        ({"hook_type": "pending_message"}, "hook_type"),
        ({"webhook_url": "https://example.com/", "callback": {"mode": "x"}}, "callback"),
        (
            {"webhook_url": "https://example.com/", "failover_config": {"type": "s3"}},
            "failover_config",
        ),
        ({"webhook_url": "https://example.com/", "timeout_ms": 15_001}, "timeout_ms"),
    ],
)
def test_what_could_not_be_sent_is_refused(world: World, hook: dict[str, Any], field: str) -> None:
    answered = world.update(event_hooks=[hook])
    assert answered.status == 400, answered.text
    assert list(answered.json()["exception_fields"]) == [f"event_hooks.0.{field}"]
    assert world.shown()["event_hooks"] == []


def test_a_queue_that_refuses_is_asked_again_and_hears_no_secret(world: World) -> None:
    with Receiver() as receiver:
        receiver.on("/", answer(403, b"no: " + SECRET.encode()))
        world.hooks(_sqs(receiver.url("/1/q")))
        world.ban("ann")
        world.send()
        (request,) = receiver.requests
        assert SECRET not in json.dumps(dict(request.headers)) + request.body.decode()
        (delivery,) = world.pending()
        assert delivery["attempts"] == 1
        _is_signed_as_amazon_s_own_client_does(receiver.url("/"), request)


def _is_signed_as_amazon_s_own_client_does(url: str, request: Any) -> None:
    kept = {"content-type", "x-amz-target", "x-amz-date", "host"}
    headers = {k.lower(): v for k, v in request.headers.items() if k.lower() in kept}
    again = AWSRequest("POST", url, data=request.body, headers=headers)
    again.context["timestamp"] = headers["x-amz-date"]
    signer = SigV4Auth(Credentials(KEY, SECRET), "sqs", REGION)
    signature = signer.signature(
        signer.string_to_sign(again, signer.canonical_request(again)), again
    )
    assert request.headers["authorization"].endswith(f"Signature={signature}")


def test_a_receiver_that_takes_longer_than_its_time_is_told_again(world: World) -> None:
    with Receiver() as receiver:
        receiver.always("/slow", hang(2.0))
        world.hooks({"webhook_url": receiver.url("/slow"), "timeout_ms": 50})
        assert world.shown()["event_hooks"][0]["timeout_ms"] == 50
        world.ban("ann")
        world.send()
        (delivery,) = world.pending()
        assert [tried["error"] for tried in delivery["tries"]] == ["timeout"]
