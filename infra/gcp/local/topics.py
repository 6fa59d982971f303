"""Topics, and subscriptions that push to the functions, as infra/gcp makes them in the cloud."""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from typing import Any

from google.api_core.exceptions import AlreadyExists
from google.api_core.retry import Retry
from google.cloud.pubsub_v1 import PublisherClient, SubscriberClient
from google.pubsub_v1.types import (
    DeadLetterPolicy,
    ExpirationPolicy,
    PushConfig,
    RetryPolicy,
    Subscription,
    Topic,
)

DEAD = "dead"
MAX_ATTEMPTS = 5
_RETRY = RetryPolicy(minimum_backoff=timedelta(seconds=0.5), maximum_backoff=timedelta(seconds=10))
_LEAST_ACK_SECONDS, _MOST_ACK_SECONDS = 10, 600
# Short, because a runtime that is stopped while it starts waits for what is under way.
_CALL: dict[str, Any] = {"timeout": 5.0, "retry": Retry(initial=0.1, maximum=0.5, timeout=5.0)}


class Topics:
    """A topic a function, and one for what no function takes; what is there already is kept."""

    def __init__(
        self,
        publisher: PublisherClient,
        subscriber: SubscriberClient,
        project: str,
        prefix: str,
    ) -> None:
        self._publisher = publisher
        self._subscriber = subscriber
        self._project = project
        self._prefix = prefix

    def create_dead_letters(self) -> None:
        self._create_topic(DEAD)
        self._create(Subscription(name=self.subscription(DEAD), topic=self.topic(DEAD)))

    def create(self, name: str, endpoint: str, seconds: float) -> None:
        """`seconds` is what one call of the function may take."""
        self._create_topic(name)
        deadline = min(max(math.ceil(seconds), _LEAST_ACK_SECONDS), _MOST_ACK_SECONDS)
        subscription = Subscription(
            name=self.subscription(name),
            topic=self.topic(name),
            push_config=PushConfig(push_endpoint=endpoint),
            ack_deadline_seconds=deadline,
            retry_policy=_RETRY,
            dead_letter_policy=DeadLetterPolicy(
                dead_letter_topic=self.topic(DEAD), max_delivery_attempts=MAX_ATTEMPTS
            ),
            expiration_policy=ExpirationPolicy(),
        )
        if not self._create(subscription):
            self._subscriber.modify_push_config(
                subscription=subscription.name,
                push_config=subscription.push_config,
                **_CALL,
            )

    def topic(self, name: str) -> str:
        return f"projects/{self._project}/topics/{self._prefix}{name}"

    def subscription(self, name: str) -> str:
        return f"projects/{self._project}/subscriptions/{self._prefix}{name}"

    def _create_topic(self, name: str) -> None:
        try:
            self._publisher.create_topic(request=Topic(name=self.topic(name)), **_CALL)
        except AlreadyExists:
            return

    def _create(self, subscription: Subscription) -> bool:
        """False where it is there already."""
        try:
            self._subscriber.create_subscription(request=subscription, **_CALL)
        except AlreadyExists:
            return False
        return True


@contextmanager
def open_topics(project: str, prefix: str) -> Iterator[Topics]:
    """In the emulator that PUBSUB_EMULATOR_HOST names."""
    publisher, subscriber = PublisherClient(), SubscriberClient()
    with closing(publisher.transport), closing(subscriber):
        yield Topics(publisher, subscriber, project, prefix)
