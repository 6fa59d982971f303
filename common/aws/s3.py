"""Requests to S3, signed by botocore with what AWS's own variables or the function's role give."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from functools import cache
from typing import Any
from urllib.parse import unquote, urlsplit

_SUFFIX = ".amazonaws.com"
_REGION = "us-east-1"
_SECONDS_VALID = 60


@dataclass(frozen=True, slots=True)
class Place:
    """What lies in a bucket under `key`, or the bucket itself where that is empty. `region` is
    empty where the URL names none; `host` is there where the URL has another than AWS's.
    """

    bucket: str
    key: str
    region: str = ""
    host: str = ""

    def in_region(self, region: str) -> Place:
        return replace(self, region=region)


class NoCredentials(Exception):
    """None are configured."""


def place_of(url: str) -> Place:
    """Of s3://bucket/key, of an address at AWS in either style, or of one at the service that is
    configured, with the bucket first in the path. Raises ValueError where it is none of them.
    """
    parts = urlsplit(url)
    host, path = parts.hostname or "", unquote(parts.path).lstrip("/")
    if parts.scheme == "s3":
        return _named(Place(parts.netloc, path))
    if parts.scheme not in ("http", "https"):
        raise ValueError("is neither an s3:// nor an https:// URL")
    bucket, _, key = path.partition("/")
    if not host.endswith(_SUFFIX):
        return _named(Place(bucket, key, host=parts.netloc))
    names = host.removesuffix(_SUFFIX).split(".")
    at = next((n for n, name in enumerate(names) if name == "s3" or name.startswith("s3-")), None)
    if at is None:
        raise ValueError("is no address of S3")
    region = ".".join(names[at + 1 :]) if names[at] == "s3" else names[at][3:]
    if at:
        return _named(Place(".".join(names[:at]), path, region))
    return _named(Place(bucket, key, region))


def _named(place: Place) -> Place:
    if not place.bucket:
        raise ValueError("names no bucket")
    return place


async def signed_url(place: Place) -> str:
    """Where a GET answers the object, or one name of the bucket's, for a minute.

    Raises NoCredentials, and ValueError for a host that is neither AWS's nor the one that is
    configured: it would be told who signs.
    """
    # botocore may ask the platform for the role's credentials, and waits for that.
    return await asyncio.to_thread(_signed, place)


def _signed(place: Place) -> str:
    try:
        client = _client(place.region)
    except ModuleNotFoundError:
        # botocore is of the extra `aws`.
        raise NoCredentials from None
    if place.host and place.host != urlsplit(client.meta.endpoint_url).netloc:
        raise ValueError("is no address of S3")
    if place.key:
        return _presigned(client, "get_object", {"Bucket": place.bucket, "Key": place.key})
    return _presigned(client, "list_objects_v2", {"Bucket": place.bucket, "MaxKeys": 1})


def _presigned(client: Any, asked: str, named: dict[str, Any]) -> str:
    from botocore.exceptions import BotoCoreError

    try:
        url: str = client.generate_presigned_url(asked, Params=named, ExpiresIn=_SECONDS_VALID)
    except BotoCoreError:
        raise ValueError("names a bucket or an object that S3 cannot have") from None
    return url


def _client(region: str) -> Any:
    from botocore.config import Config

    session = _session()
    if session.get_credentials() is None:
        raise NoCredentials
    known = region or session.get_config_variable("region") or _REGION
    return session.create_client("s3", known, config=Config(signature_version="s3v4"))


@cache
def _session() -> Any:
    from botocore.session import Session

    return Session()
