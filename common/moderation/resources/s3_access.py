"""Whether Gavel may read what lies in a bucket of the app's: it tries."""

from __future__ import annotations

import re
from dataclasses import dataclass

from common.configuration.context import Context
from common.domain.errors import Invalid
from common.outgoing.calls import OutgoingRequest
from common.outgoing.fetching import Fetched, FetchFailed, fetcher_for

_SECONDS = 5.0
_READ = (200, 206, 416)
"""An object without a single byte has no first one, which says 416."""
_MOST_BYTES = 100_000
_CODE = re.compile(rb"<Code>(\w+)</Code>")
_REGION = re.compile(r"[a-z0-9-]{1,32}")
_UNCONFIGURED = "no AWS credentials are configured here"


@dataclass(frozen=True, slots=True)
class Access:
    """`problem` is empty where it was read."""

    problem: str = ""


async def check(context: Context, url: str | None) -> Access:
    """Reads one byte of the object, or one name where only a bucket is named, as everything else
    that leaves goes: past the egress guard. Raises Invalid for a URL that is none of S3.
    """
    if not url:
        return Access("s3_url is not given, and no bucket is configured")
    from common.aws.s3 import NoCredentials, Place, place_of, signed_url

    async def tried(place: Place) -> Fetched:
        headers = {"range": "bytes=0-0"} if place.key else {}
        request = OutgoingRequest("GET", await signed_url(place), headers)
        fetcher = fetcher_for(context.settings.egress_allow)
        return await fetcher.fetch(request, seconds=_SECONDS, most_bytes=_MOST_BYTES)

    try:
        place = place_of(url)
        answer = await tried(place)
        region = answer.headers.get("x-amz-bucket-region", "")
        is_elsewhere = answer.status in (301, 400) and region != place.region
        if is_elsewhere and _REGION.fullmatch(region) and not place.host:
            answer = await tried(place.in_region(region))
    except ValueError as error:
        raise Invalid.field("s3_url", str(error)) from None
    except NoCredentials:
        return Access(_UNCONFIGURED)
    except FetchFailed as failed:
        return Access(str(failed))
    return Access("" if answer.status in _READ else _problem(answer))


def _problem(answer: Fetched) -> str:
    found = _CODE.search(answer.body)
    code = f", {found[1].decode()}" if found else ""
    return f"S3 answered {answer.status}{code}"
