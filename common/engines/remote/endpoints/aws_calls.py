"""Calls to AWS's JSON services with an access key: its id is an option, its secret the key."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from common.engines.remote.answers import json_of
from common.engines.remote.line import Line
from common.outgoing.aws_signing import Credentials, signed

_TYPE = "application/x-amz-json-1.1"


async def call(line: Line, service: str, target: str, body: Any) -> Any:
    """The service's answer. It is signed anew each time that it is made, not each time it is
    repeated: a signature is good for five minutes, a question has one at most.
    """
    options = line.provider["options"]
    credentials = Credentials(
        options["access_key_id"], line.provider["key"] or "", options["region"], service
    )
    headers = {"content-type": _TYPE, "x-amz-target": target}
    if token := options.get("session_token"):
        headers["x-amz-security-token"] = token
    data = json.dumps(body).encode()
    request = signed(credentials, line.url("/"), headers, data, datetime.now(UTC))
    return json_of((await line.send(request)).body)
