"""What the environment says, read once per process."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

if TYPE_CHECKING:
    from ipaddress import IPv4Network, IPv6Network

_DAY = 86_400.0
_OF_OTHERS = ("GAVEL_URL", "GAVEL_FIRESTORE_EMULATOR_JAR", "GAVEL_PUBSUB_EMULATOR_JAR")
"""Read by the demo and by what starts the emulators."""
_PLATFORMS = ("K_SERVICE", "AWS_LAMBDA_FUNCTION_NAME")
"""Set for every function by Google Cloud and by AWS."""
_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?:\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*")
_MAPPED = 96
"""Bits before an address of IPv4 in one of IPv6."""
_PRINTABLE = r"^[!-~]+$"
_ACCOUNT = r"^[^@\s]+@[^@\s]+$"
_KEYS = r"^[A-Za-z0-9+/_-]{43}=?( *, *[A-Za-z0-9+/_-]{43}=?)*$"


def host_name(text: str) -> str:
    """In lower case and ASCII: labels beyond it are spelled as the domain name system knows them.
    Raises ValueError for what is no name of a host.
    """
    name = text.lower() if text.isascii() else _international(text)
    if not _HOST.fullmatch(name):
        raise ValueError(f"not a host name: {text!r}")
    return name


def _international(text: str) -> str:
    import idna

    try:
        return idna.encode(text, uts46=True).decode()
    except idna.IDNAError as error:
        raise ValueError(f"not a host name: {text!r}") from error


def allowance(text: str) -> tuple[str | IPv4Network | IPv6Network, int | None]:
    """What one entry of `egress_allow` lets through: a host's name or a network, and the port,
    where None is any. Raises ValueError.
    """
    network = _network(text)
    if network is not None:
        return network, None
    hosts, _, port = text.rpartition(":")
    if not hosts:
        return host_name(text), None
    if not (port.isascii() and port.isdigit() and 1 <= int(port) <= 65535):
        raise ValueError(f"not a host, host:port or network: {text!r}")
    if hosts.startswith("[") and hosts.endswith("]"):
        hosts = hosts[1:-1]
    return _network(hosts) or host_name(hosts), int(port)


def allowances(text: str) -> list[tuple[str | IPv4Network | IPv6Network, int | None]]:
    return [allowance(entry.strip()) for entry in text.split(",") if entry.strip()]


def _network(text: str) -> IPv4Network | IPv6Network | None:
    """Addresses of IPv4 that are written as IPv6 are IPv4's: so is what is connected to."""
    from ipaddress import IPv4Network, IPv6Network, ip_network

    try:
        network = ip_network(text)
    except ValueError:
        if "/" in text:
            raise
        return None
    if isinstance(network, IPv6Network) and network.prefixlen >= _MAPPED:
        mapped = network.network_address.ipv4_mapped
        return network if mapped is None else IPv4Network((mapped, network.prefixlen - _MAPPED))
    return network


def _not_google_s(prefix: str) -> str:
    if prefix.startswith("goog"):
        raise ValueError("Google keeps names that begin with goog for itself")
    return prefix


def _allowed(text: str) -> str:
    allowances(text)
    return text


def _numbers(value: Any) -> Any:
    return [part for part in value.split(",") if part.strip()] if isinstance(value, str) else value


_Delays = Annotated[
    tuple[Annotated[float, Field(gt=0, le=31 * _DAY)], ...], BeforeValidator(_numbers)
]


class Settings(BaseModel):
    """Every field is the environment variable of its name with GAVEL_ in front, except PORT."""

    model_config = ConfigDict(
        frozen=True, populate_by_name=True, allow_inf_nan=False, hide_input_in_errors=True
    )

    port: int = Field(default=8080, ge=0, le=65535, description="the local runtime's public port")
    host: str = Field(default="127.0.0.1", description="the address the local runtime listens on")
    data: Path = Field(
        default=Path(".gavel"), description="folder of the SQLite file with documents and messages"
    )
    api_key: str | None = Field(
        default=None, max_length=200, pattern=_PRINTABLE, description="the first app's key"
    )
    # RFC 7518 asks for as many bytes as the hash has; what is shorter can be guessed.
    api_secret: str | None = Field(
        default=None,
        min_length=32,
        description="the first app's secret (HS256), 32 characters or more",
    )
    api_token: str | None = Field(
        default=None,
        min_length=16,
        pattern=_PRINTABLE,
        description="the first app's Hive-style token, 16 characters or more",
    )
    # It stands in URLs as it is, so it has only characters that mean nothing there.
    score_key: str | None = Field(
        default=None,
        min_length=16,
        max_length=200,
        pattern=r"^[A-Za-z0-9._~-]+$",
        description="the first app's key that can score and nothing else, 16 characters or more",
    )
    encryption_key: str | None = Field(
        default=None,
        pattern=_KEYS,
        repr=False,
        description="what secrets are stored under: 32 bytes in Base64; older ones behind commas",
    )
    encrypt_content: bool = Field(
        default=False,
        description="true stores what users write encrypted, under a key for each of them",
    )
    store: Literal["sqlite", "firestore", "dynamodb"] = Field(
        default="sqlite", description="where documents live"
    )
    firestore_database: str = Field(
        default="(default)",
        pattern=r"^(\(default\)|[a-z][a-z0-9-]{2,61}[a-z0-9])$",
        description="name of the Firestore database",
    )
    dynamodb_table: str = Field(
        default="gavel",
        pattern=r"^[A-Za-z0-9_.-]{3,255}$",
        description="name of the DynamoDB table",
    )
    queue: Literal["sqlite", "pubsub", "sqs"] = Field(
        default="sqlite", description="where messages wait"
    )
    google_project: str | None = Field(
        default=None,
        pattern=r"^[a-z][a-z0-9.:-]*$",
        description="Google Cloud project; GOOGLE_CLOUD_PROJECT is used without it",
    )
    topic_prefix: Annotated[str, AfterValidator(_not_google_s)] = Field(
        default="gavel-",
        pattern=r"^[A-Za-z][A-Za-z0-9_.~+%-]{0,199}$",
        description="what the names of the Pub/Sub topics begin with",
    )
    sqs_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/]+/",
        description="what the URLs of the SQS queues begin with, a topic's name follows",
    )
    sns_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^/]+/$",
        description="a server that stands for Amazon's SNS, for webhooks that go to topics",
    )
    tasks_queue: str | None = Field(
        default=None,
        pattern=r"^projects/[^/]+/locations/[^/]+/queues/[^/]+$",
        description="full name of the Cloud Tasks queue for delays; without it the sweep does them",
    )
    tasks_service_account: str | None = Field(
        default=None,
        pattern=_ACCOUNT,
        description="whom Cloud Tasks calls as; without it the push service account",
    )
    public_url: str | None = Field(
        default=None,
        pattern=r"^https?://[^\s?#]+$",
        description="where clients reach Gavel, for the URLs of files that it makes",
    )
    page_media: str = Field(
        default="",
        pattern=r"^[A-Za-z0-9.:/*_ -]{0,2000}$",
        description="hosts, spaces between them, whose images and videos the dashboard may show",
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
        default=None,
        pattern=_ACCOUNT,
        description="who may call the queue functions; without it nobody from outside",
    )
    push_anybody: bool = Field(
        default=False,
        description="true lets whoever reaches a queue function call it; for trying one alone",
    )
    egress_allow: Annotated[str, AfterValidator(_allowed)] = Field(
        default="",
        description="hosts, host:port or networks that callbacks may reach although private",
    )
    retry_delays: _Delays = Field(
        default=(5, 30, 120, 600, 1800, 7200, 18000, 36000, 50400, 72000, 86400),
        min_length=1,
        max_length=50,
        description="seconds of the windows in which a delivery's further attempts come",
    )
    breaker_seconds: _Delays = Field(
        default=(5, 10, 20, 40, 80, 160, 300),
        min_length=1,
        max_length=50,
        description="seconds between the probes of an endpoint that does not answer",
    )
    receipt_delays: _Delays = Field(
        default=(60, 86400),
        min_length=1,
        max_length=50,
        description="seconds after a delivery at which an action's state URL is asked",
    )
    callback_timeout: float = Field(
        default=15.0, ge=0.01, le=300, description="seconds for one callback, all in"
    )
    perspective_scale: bool = Field(
        default=False,
        description="true answers Perspective's clients on its scale; or PERSPECTIVE_SCALE",
    )
    max_body: int = Field(
        default=1_000_000,
        ge=1_000,
        le=100_000_000,
        description="bytes of a request body at the most",
    )
    socket_poll: float = Field(
        default=2.0, gt=0, le=60.0, description="seconds between looks at users with a WebSocket"
    )
    config_ttl: float = Field(
        default=5.0, ge=0, le=_DAY, description="seconds before others' changes are looked for"
    )
    sweep_interval: float = Field(
        default=15.0,
        ge=0.01,
        le=_DAY,
        description="seconds between two sweeps of the local runtime",
    )
    sweep_grace: float = Field(
        default=5.0,
        ge=0,
        le=_DAY,
        description="seconds past its time after which a delivery is swept up",
    )
    sweep_after: float = Field(
        default=60.0,
        ge=0,
        le=_DAY,
        description="seconds after which an unevaluated item is published again",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info",
        description="lowest level that is logged; libraries say less than warnings at debug only",
    )

    @model_validator(mode="after")
    def _is_complete(self) -> Settings:
        """Half of a group would be an open door or a failure at the first message."""
        if self.score_key and self.score_key in (self.api_key, self.api_secret, self.api_token):
            raise ValueError("GAVEL_SCORE_KEY stands in URLs: no other credential may be the same")
        if self.store == "firestore" or self.queue == "pubsub":
            self._need("Google Cloud", "google_project")
        if self.queue == "sqs":
            self._need("SQS", "sqs_url")
        if self.encrypt_content and self.store != "sqlite":
            self._need(variable("encrypt_content"), "encryption_key")
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


def unknown_variables(environment: Mapping[str, str]) -> list[str]:
    """Names that begin like a setting's and are none, each with the one it may have been."""
    known = {*map(variable, Settings.model_fields), *_OF_OTHERS}
    unknown = sorted(name for name in environment if name.startswith("GAVEL_"))
    return [_with_the_next(name, known) for name in unknown if name not in known]


def _with_the_next(name: str, known: set[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, known, 1)
    return f"{name} (did you mean {near[0]}?)" if near else name


def is_deployed() -> bool:
    """Whether this is a function on Google Cloud or AWS, each of which is packed for itself."""
    return any(name in os.environ for name in _PLATFORMS)


def is_on_google() -> bool:
    return _PLATFORMS[0] in os.environ


def most_bytes_answered() -> int | None:
    """AWS Lambda answers with six million at the most; None where an answer is streamed."""
    return 5_000_000 if "AWS_LAMBDA_FUNCTION_NAME" in os.environ else None


def load_settings(environment: dict[str, str] | None = None) -> Settings:
    """Raises pydantic.ValidationError naming the field; empty values count as unset."""
    env = os.environ if environment is None else environment
    values = {name: env.get(variable(name)) for name in Settings.model_fields}
    values["perspective_scale"] = values["perspective_scale"] or env.get("PERSPECTIVE_SCALE")
    values["google_project"] = values["google_project"] or env.get("GOOGLE_CLOUD_PROJECT")
    return Settings.model_validate({name: value for name, value in values.items() if value})
