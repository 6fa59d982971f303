"""What a person reads when the runtime has started."""

from __future__ import annotations

from common.settings import Settings, variable
from infra.local.credentials import Credentials


def banner(url: str, settings: Settings, credentials: Credentials, *notes: str) -> str:
    given = {
        "key": (settings.api_key, credentials.key, "api_key"),
        "secret": (settings.api_secret, credentials.secret, "api_secret"),
        "token": (settings.api_token, credentials.token, "api_token"),
    }
    lines = [f"Gavel runs at {url} (Ctrl-C stops it)", f"  data    {settings.data}"]
    for name, (from_environment, value, field) in given.items():
        shown = f"from the environment ({variable(field)})" if from_environment else value
        lines.append(f"  {name:<7} {shown}")
    token = "$GAVEL_API_TOKEN" if settings.api_token else credentials.token
    lines += [f"  {note}" for note in (_egress(settings.egress_allow), *notes)]
    return "\n".join([*lines, *_first_check(url, token)])


def _egress(allowed: str) -> str:
    exception = f", except {allowed}" if allowed else ""
    return f"Callbacks to private addresses are refused{exception} (GAVEL_EGRESS_ALLOW)."


def _first_check(url: str, token: str) -> list[str]:
    return [
        "A first check:",
        f'  curl {url}/api/v1/task/sync -H "authorization: token {token}" \\',
        "    -d user_id=ada -d post_id=1 -d text_data='hello world'",
        "A whole story, from another terminal:",
        "  make demo",
    ]
