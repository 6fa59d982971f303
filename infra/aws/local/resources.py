"""The table and the queues of a local AWS, as serverless.yml makes them in the cloud."""

from __future__ import annotations

import contextlib
import json
import math
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from botocore.config import Config
from botocore.session import Session

DEAD = "dead"
MAX_ATTEMPTS = 5
_DAYS_KEPT = 14
_CALL = Config(connect_timeout=2.0, read_timeout=5.0, retries={"total_max_attempts": 3})


class Resources:
    """What is there already is kept."""

    def __init__(self, dynamodb: Any, sqs: Any) -> None:
        self._dynamodb = dynamodb
        self._sqs = sqs

    def create_table(self, definition: Mapping[str, Any]) -> None:
        with contextlib.suppress(self._dynamodb.exceptions.ResourceInUseException):
            self._dynamodb.create_table(**definition)
        self._dynamodb.get_waiter("table_exists").wait(
            TableName=definition["TableName"], WaiterConfig={"Delay": 1, "MaxAttempts": 30}
        )

    def create_queues(self, prefix: str, seconds: Mapping[str, float]) -> None:
        """One for each of `seconds`, which says how long a message is hidden while it is handled,
        and one for what no function takes. `prefix` is what their URLs begin with.
        """
        self._create_queue(prefix + DEAD, {})
        dead = self._arn(prefix + DEAD)
        redrive = json.dumps({"deadLetterTargetArn": dead, "maxReceiveCount": MAX_ATTEMPTS})
        for topic, hidden in seconds.items():
            attributes = {"VisibilityTimeout": str(math.ceil(hidden)), "RedrivePolicy": redrive}
            self._create_queue(prefix + topic, attributes)

    def _create_queue(self, url: str, attributes: Mapping[str, str]) -> None:
        kept = {"MessageRetentionPeriod": str(_DAYS_KEPT * 86_400)}
        # Made with attributes, one that is there with others would be refused.
        self._sqs.create_queue(QueueName=_name(url))
        self._sqs.set_queue_attributes(QueueUrl=url, Attributes={**kept, **attributes})

    def _arn(self, url: str) -> str:
        asked = self._sqs.get_queue_attributes(QueueUrl=url, AttributeNames=["QueueArn"])
        return str(asked["Attributes"]["QueueArn"])


@contextlib.contextmanager
def open_resources() -> Iterator[Resources]:
    """Of the AWS that the environment names."""
    session = Session()
    dynamodb = session.create_client("dynamodb", config=_CALL)
    sqs = session.create_client("sqs", config=_CALL)
    with contextlib.closing(dynamodb), contextlib.closing(sqs):
        yield Resources(dynamodb, sqs)


def _name(url: str) -> str:
    return urlsplit(url).path.rpartition("/")[2]
