"""What the environment says, read once per process."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator


def _numbers(value: Any) -> Any:
    return [part for part in value.split(",") if part.strip()] if isinstance(value, str) else value


class Settings(BaseModel):
    """Every field is the environment variable of its name with GAVEL_ in front, except PORT."""

    model_config = ConfigDict(frozen=True, populate_by_name=True)

    port: int = Field(default=8080, ge=0, le=65535, description="the local runtime's public port")
    host: str = Field(default="127.0.0.1", description="the address the local runtime listens on")
    data: Path = Field(
        default=Path(".gavel"), description="folder of the SQLite file with documents and messages"
    )
    api_key: str | None = Field(default=None, description="the first app's key")
    api_secret: str | None = Field(default=None, description="the first app's secret (HS256)")
    api_token: str | None = Field(default=None, description="the first app's Hive-style token")
    store: Literal["sqlite", "firestore", "dynamodb"] = Field(
        default="sqlite", description="where documents live"
    )
    firestore_database: str = Field(
        default="(default)", description="name of the Firestore database"
    )
    dynamodb_table: str = Field(
        default="gavel", min_length=3, description="name of the DynamoDB table"
    )
    queue: Literal["sqlite", "pubsub", "sqs"] = Field(
        default="sqlite", description="where messages wait"
    )
    google_project: str | None = Field(
        default=None, description="Google Cloud project; GOOGLE_CLOUD_PROJECT is used without it"
    )
    topic_prefix: str = Field(
        default="gavel-", description="what the names of the Pub/Sub topics begin with"
    )
    sqs_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/]+/",
        description="what the URLs of the SQS queues begin with, a topic's name follows",
    )
    tasks_queue: str | None = Field(
        default=None,
        pattern=r"^projects/[^/]+/locations/[^/]+/queues/[^/]+$",
        description="full name of the Cloud Tasks queue for delays; without it the sweep does them",
    )
    tasks_service_account: str | None = Field(
        default=None, description="whom Cloud Tasks calls as; without it the push service account"
    )
    function_url: str | None = Field(
        default=None,
        pattern=r"^https?://.*\{function\}",
        description="where Cloud Tasks finds a function, with `{function}` for its name",
    )
    push_audience: str | None = Field(
        default=None, description="audience that a queue function's caller has a token for"
    )
    push_service_account: str | None = Field(
        default=None, description="who may call the queue functions; without it anybody who can"
    )
    egress_allow: str = Field(
        default="",
        description="hosts, host:port or networks that callbacks may reach although private",
    )
    retry_delays: Annotated[tuple[float, ...], BeforeValidator(_numbers)] = Field(
        default=(5, 30, 120, 600, 1800, 7200, 18000, 36000, 50400, 72000, 86400),
        min_length=1,
        description="seconds of the windows in which a delivery's further attempts come",
    )
    breaker_seconds: Annotated[tuple[float, ...], BeforeValidator(_numbers)] = Field(
        default=(5, 10, 20, 40, 80, 160, 300),
        min_length=1,
        description="seconds between the probes of an endpoint that does not answer",
    )
    receipt_delays: Annotated[tuple[float, ...], BeforeValidator(_numbers)] = Field(
        default=(60, 86400),
        min_length=1,
        description="seconds after a delivery at which an action's state URL is asked",
    )
    callback_timeout: float = Field(
        default=15.0, gt=0, le=300, description="seconds for one callback, all in"
    )
    max_body: int = Field(
        default=1_000_000, ge=1_000, description="bytes of a request body at the most"
    )
    config_ttl: float = Field(
        default=5.0, ge=0, description="seconds before another process's change is looked for"
    )
    sweep_interval: float = Field(
        default=15.0, gt=0, description="seconds between two sweeps of the local runtime"
    )
    sweep_grace: float = Field(
        default=5.0, ge=0, description="seconds past its time after which a delivery is swept up"
    )
    sweep_after: float = Field(
        default=60.0, ge=0, description="seconds after which an unevaluated item is published again"
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info",
        description="lowest level that is logged; libraries say less than warnings at debug only",
    )

    @model_validator(mode="after")
    def _is_complete(self) -> Settings:
        """Half of a group would be an open door or a failure at the first message."""
        if self.store == "firestore" or self.queue == "pubsub":
            self._need("Google Cloud", "google_project")
        if self.queue == "sqs":
            self._need("SQS", "sqs_url")
        if self.push_audience or self.push_service_account:
            self._need("push identity", "push_audience", "push_service_account")
        if self.tasks_queue:
            fields = ("function_url", "push_audience", "push_service_account")
            self._need("tasks_queue", *fields)
        return self

    def _need(self, what: str, *fields: str) -> None:
        missing = [variable(field) for field in fields if not getattr(self, field)]
        if missing:
            raise ValueError(f"{what} needs {', '.join(missing)}")


def variable(field: str) -> str:
    return "PORT" if field == "port" else f"GAVEL_{field.upper()}"


def load_settings(environment: dict[str, str] | None = None) -> Settings:
    """Raises pydantic.ValidationError naming the field; empty values count as unset."""
    env = os.environ if environment is None else environment
    values = {name: env.get(variable(name)) for name in Settings.model_fields}
    values["google_project"] = values["google_project"] or env.get("GOOGLE_CLOUD_PROJECT")
    return Settings.model_validate({name: value for name, value in values.items() if value})
