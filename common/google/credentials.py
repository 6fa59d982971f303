"""Who this process is to Google. Takes 0.15 s to load, and asks the machine."""

from __future__ import annotations

from functools import cache
from typing import Any

import google.auth
import grpc
from google.auth.transport.grpc import AuthMetadataPlugin
from google.auth.transport.requests import Request

_grpc: Any = grpc
_SCOPE = "https://www.googleapis.com/auth/cloud-platform"


def channel_credentials(address: str) -> Any:
    """They refresh their token when it is due."""
    host = address.partition(":")[0]
    plugin = AuthMetadataPlugin(_identity(), Request(), default_host=host)  # type: ignore[no-untyped-call]
    return _grpc.composite_channel_credentials(
        _grpc.ssl_channel_credentials(), _grpc.metadata_call_credentials(plugin)
    )


@cache
def _identity() -> Any:
    """One for all services, so that they share a token."""
    credentials, _ = google.auth.default(scopes=[_SCOPE])
    return credentials
