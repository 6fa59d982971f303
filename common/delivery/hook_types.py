"""Where a webhook's events go: one entry a type, with all that hangs on it.

Requests to queues are signed with the app's own access key, and for nobody else to verify.
"""

from __future__ import annotations

import gzip
import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode, urlsplit

from common.domain.delivery import Delivery
from common.domain.ids import derived_id
from common.domain.times import SECOND
from common.domain.webhook import WebhookFields
from common.outgoing.aws_signing import Credentials, signed
from common.outgoing.calls import OutgoingRequest

_ARN = re.compile(r"arn:(aws|aws-cn|aws-us-gov):sns:([a-z0-9-]+):\d{12}:[A-Za-z0-9_-]+(\.fifo)?")
_QUEUE_HOST = re.compile(r"(?:sqs\.([a-z0-9-]+)|([a-z0-9-]+)\.queue)\.amazonaws\.com(?:\.cn)?")
_REGION = re.compile(r"[a-z]{2}(?:-[a-z0-9]+)+")

Problem = tuple[str, str]
"""The field and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class QueueMessage:
    """`text` is the event as JSON; `api_key` names the app, as the header of a webhook does."""

    delivery: Delivery
    text: str
    api_key: str
    is_compressed: bool
    now: int
    sns_url: str | None = None

    @property
    def body(self) -> str:
        """In Base64 in any case: of the clients' `parse_sqs` and `parse_sns`, those of stream-chat
        for Python read nothing else, and all of them tell by themselves what is compressed.
        """
        data = self.text.encode()
        return b64encode(gzip.compress(data, mtime=0) if self.is_compressed else data).decode()

    @property
    def attributes(self) -> dict[str, str]:
        """What a webhook's headers say."""
        delivery = self.delivery
        return {
            "X-Webhook-Id": delivery["id"],
            "X-Webhook-Attempt": str(delivery["attempts"]),
            "X-Api-Key": self.api_key,
        }

    @property
    def at(self) -> datetime:
        return datetime.fromtimestamp(self.now // SECOND, UTC)


@dataclass(frozen=True, slots=True)
class HookType:
    """`prefix` is that of its own fields, which no other type takes. `url` is where the request
    goes, for the egress guard; beside the webhook it is told of a server that stands for SNS.
    `problems` are those of a webhook that is to be saved.
    """

    prefix: str
    address: str
    url: Callable[[WebhookFields, str | None], str]
    problems: Callable[[WebhookFields], Iterator[Problem]]
    request: Callable[[WebhookFields, QueueMessage], OutgoingRequest] | None = None


def _posted(hook: WebhookFields, _sns_url: str | None) -> str:
    return hook["webhook_url"]


def _none(_hook: WebhookFields) -> Iterator[Problem]:
    yield from ()


def _queue_url(hook: WebhookFields, _sns_url: str | None = None) -> str:
    return hook.get("sqs_queue_url", "")


def _queue_region(hook: WebhookFields) -> str:
    if named := hook.get("sqs_region"):
        return named
    found = _QUEUE_HOST.fullmatch(urlsplit(_queue_url(hook)).hostname or "")
    return found[1] or found[2] if found else ""


def _queue_problems(hook: WebhookFields) -> Iterator[Problem]:
    if not _REGION.fullmatch(_queue_region(hook)):
        yield "sqs_region", "is required, as eu-west-1: the queue's URL does not tell it"
    yield from _key_problems("sqs", hook.get("sqs_key"), hook.get("sqs_secret"))


def _topic_url(hook: WebhookFields, sns_url: str | None) -> str:
    found = _ARN.fullmatch(hook.get("sns_topic_arn", ""))
    if sns_url or found is None:
        return sns_url or ""
    end = "amazonaws.com.cn" if found[1] == "aws-cn" else "amazonaws.com"
    return f"https://sns.{found[2]}.{end}/"


def _topic_region(hook: WebhookFields) -> str:
    found = _ARN.fullmatch(hook.get("sns_topic_arn", ""))
    return found[2] if found else ""


def _topic_problems(hook: WebhookFields) -> Iterator[Problem]:
    region = _topic_region(hook)
    if not region:
        yield "sns_topic_arn", "is not the name of a topic, as arn:aws:sns:eu-west-1:123456789012:t"
    elif hook.get("sns_region") not in (None, "", region):
        yield "sns_region", f"is not the topic's, which is {region}"
    yield from _key_problems("sns", hook.get("sns_key"), hook.get("sns_secret"))


def _key_problems(prefix: str, key: str | None, secret: str | None) -> Iterator[Problem]:
    if not key:
        yield f"{prefix}_key", "is required: messages are signed with an access key of the app's"
    elif not secret:
        yield f"{prefix}_secret", "is required with its key"


def _to_queue(hook: WebhookFields, message: QueueMessage) -> OutgoingRequest:
    url = _queue_url(hook)
    body: dict[str, object] = {
        "QueueUrl": url,
        "MessageBody": message.body,
        "MessageAttributes": {
            name: {"DataType": "String", "StringValue": value}
            for name, value in message.attributes.items()
        },
    }
    if url.endswith(".fifo"):
        body["MessageGroupId"] = derived_id("group", message.delivery["subject"])
        body["MessageDeduplicationId"] = message.delivery["id"]
    headers = {
        "content-type": "application/x-amz-json-1.0",
        "x-amz-target": "AmazonSQS.SendMessage",
    }
    key, secret = hook.get("sqs_key", ""), hook.get("sqs_secret", "")
    credentials = Credentials(key, secret, _queue_region(hook), "sqs")
    parts = urlsplit(url)
    root = f"{parts.scheme}://{parts.netloc}/"
    return signed(credentials, root, headers, json.dumps(body).encode(), message.at)


def _to_topic(hook: WebhookFields, message: QueueMessage) -> OutgoingRequest:
    topic = hook.get("sns_topic_arn", "")
    form = {
        "Action": "Publish",
        "Version": "2010-03-31",
        "TopicArn": topic,
        "Message": message.body,
    }
    for number, (name, value) in enumerate(message.attributes.items(), 1):
        entry = f"MessageAttributes.entry.{number}"
        form[f"{entry}.Name"] = name
        form[f"{entry}.Value.DataType"] = "String"
        form[f"{entry}.Value.StringValue"] = value
    if topic.endswith(".fifo"):
        by_event = hook.get("sns_event_based_message_group_id_enabled")
        group = message.delivery["why"]["reason"] if by_event else message.delivery["subject"]
        form["MessageGroupId"] = group if by_event else derived_id("group", group)
        form["MessageDeduplicationId"] = message.delivery["id"]
    headers = {"content-type": "application/x-www-form-urlencoded; charset=utf-8"}
    key, secret = hook.get("sns_key", ""), hook.get("sns_secret", "")
    credentials = Credentials(key, secret, _topic_region(hook), "sns")
    url = _topic_url(hook, message.sns_url)
    return signed(credentials, url, headers, urlencode(form).encode(), message.at)


WEBHOOK = "webhook"
HOOK_TYPES: Mapping[str, HookType] = {
    WEBHOOK: HookType("webhook_", "webhook_url", _posted, _none),
    "sqs": HookType("sqs_", "sqs_queue_url", _queue_url, _queue_problems, _to_queue),
    "sns": HookType("sns_", "sns_topic_arn", _topic_url, _topic_problems, _to_topic),
}


def hook_type_of(hook: WebhookFields) -> HookType:
    return HOOK_TYPES[hook.get("hook_type") or WEBHOOK]
