"""Any function, with the credentials loaded that its emulators do not ask for and the cloud does.

They are those of a machine of Google's, whose identity and token come from a metadata server.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

import google.auth
from google.auth.transport.requests import Request

_credentials: Any
_credentials, _ = google.auth.default(scopes=["https://www.googleapis.com/auth/cloud-platform"])
_credentials.refresh(Request())
_name = os.environ["FUNCTION_TARGET"]
globals()[_name] = getattr(import_module(f"functions.{_name}.main"), _name)
