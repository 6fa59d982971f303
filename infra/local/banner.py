"""What a person reads when the runtime has started. No log gets a secret by it."""

from __future__ import annotations

from common.settings import Settings, variable
from infra.local.credentials import FILE, Credentials


def banner(
    url: str, settings: Settings, credentials: Credentials, *notes: str, show: bool = False
) -> str:
    """`show` is for the first start in a terminal; anywhere else stands where the secrets are."""
    given = {
        "key": (settings.api_key, credentials.key, "api_key"),
        "secret": (settings.api_secret, credentials.secret, "api_secret"),
        "token": (settings.api_token, credentials.token, "api_token"),
        "score": (settings.score_key, credentials.score_key, "score_key"),
    }
    saved = settings.data / FILE
    lines = [f"Gavel runs at {url} (Ctrl-C stops it)", f"  data    {settings.data}"]
    for name, (from_environment, value, field) in given.items():
        kept = value if show else f"in {saved}"
        shown = f"from the environment ({variable(field)})" if from_environment else kept
        lines.append(f"  {name:<7} {shown}")
    if not all(from_environment for from_environment, *_ in given.values()):
        lines.append("  `make credentials` shows them.")
    token = "TOKEN=$GAVEL_API_TOKEN"
    if not settings.api_token:
        token = f'TOKEN=$(sed -n \'s/.*"api_token": "\\(.*\\)".*/\\1/p\' {saved})'
    lines += [f"  {note}" for note in (_egress(settings.egress_allow), *notes)]
    return "\n".join([*lines, *_first_check(url, token)])


def _egress(allowed: str) -> str:
    exception = f", except {allowed}" if allowed else ""
    return f"Callbacks to private addresses are refused{exception} (GAVEL_EGRESS_ALLOW)."


def _first_check(url: str, token: str) -> list[str]:
    return [
        "A first check:",
        f"  {token}",
        f'  curl {url}/api/v1/task/sync -H "authorization: token $TOKEN" \\',
        "    -d user_id=ada -d post_id=1 -d text_data='hello world'",
        "The dashboard, once somebody may sign in (make member NAME=anna ROLE=admin):",
        f"  {url}/dashboard/",
        "A whole story, from another terminal:",
        "  make demo",
        "Programs that ask Perspective or OpenAI's moderations, with the score key:",
        "  docs/perspective.md, docs/openai.md",
    ]
