"""`python -m infra.local.show_credentials`: the first app's key, secret, token and score key."""

from __future__ import annotations

import sys

from common.settings import load_settings
from infra.local.complaints import TROUBLE, complain, explained
from infra.local.credentials import CredentialsError, known_credentials


def main() -> int:
    try:
        settings = load_settings()
        credentials = known_credentials(settings)
    except CredentialsError as error:
        return complain(str(error))
    except TROUBLE as error:
        return complain(explained(error))
    if credentials is None:
        return complain(f"there are none in {settings.data}: start Gavel once, or set GAVEL_DATA")
    print(f"key     {credentials.key}")
    print(f"secret  {credentials.secret}")
    print(f"token   {credentials.token}")
    if credentials.score_key:
        print(f"score   {credentials.score_key}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
