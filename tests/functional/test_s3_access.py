"""Whether Gavel can read a bucket: tried against moto's S3."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import botocore.session
import pytest

from common.aws import s3
from tests.functional.desk import V2, Desk, desk
from tests.moto import moto

_CREDENTIALS = {
    "AWS_ACCESS_KEY_ID": "AKIDEXAMPLE",
    "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI",
    "AWS_DEFAULT_REGION": "eu-west-1",
}


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A client of the S3 that the environment names."""
    for name, value in _CREDENTIALS.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("AWS_ENDPOINT_URL_S3", moto())
    s3._session.cache_clear()
    session = botocore.session.Session()
    yield session.create_client("s3")
    s3._session.cache_clear()


@pytest.fixture
def bench(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    allowed = urlsplit(moto()).netloc
    data = tmp_path_factory.mktemp("s3") / "data"
    with desk(data, GAVEL_EGRESS_ALLOW=allowed) as made:
        yield made


def _checked(bench: Desk, url: str | None) -> Any:
    body = {"s3_url": url} if url else {}
    answer = bench.done("POST", f"{V2}/check_s3_access", body)
    return answer["success"], answer.get("message", "")


@pytest.fixture
def bucket(aws: Any) -> str:
    name = f"pictures-{uuid4()}"
    aws.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
    aws.put_object(Bucket=name, Key="a/cat 1.png", Body=b"x" * 300_000)
    aws.put_object(Bucket=name, Key="empty", Body=b"")
    return name


@pytest.mark.parametrize("form", ["s3://{}/{}", "{endpoint}/{}/{}"])
def test_what_can_be_read_is_read(bench: Desk, bucket: str, form: str) -> None:
    def url(key: str) -> str:
        return form.format(bucket, key, endpoint=moto())

    assert _checked(bench, url("a/cat%201.png")) == (True, "")
    assert _checked(bench, url("empty")) == (True, "")
    assert _checked(bench, url("")) == (True, "")
    success, message = _checked(bench, url("none"))
    assert (success, message) == (False, "S3 answered 404, NoSuchKey")


@pytest.mark.usefixtures("aws")
def test_a_bucket_that_is_not_there_is_told(bench: Desk) -> None:
    assert _checked(bench, "s3://nowhere-at-all") == (False, "S3 answered 404, NoSuchBucket")


def test_it_goes_past_the_egress_guard(
    tmp_path_factory: pytest.TempPathFactory, bucket: str
) -> None:
    with desk(tmp_path_factory.mktemp("guarded") / "data") as bench:
        success, message = _checked(bench, f"s3://{bucket}/empty")
    assert not success
    assert "not allowed" in message


@pytest.mark.usefixtures("aws")
def test_nobody_else_is_told_who_signs(bench: Desk) -> None:
    body = {"s3_url": "https://s3.example.com/pictures/empty"}
    answered = bench.send("POST", f"{V2}/check_s3_access", body)
    assert answered.status == 400
    assert answered.json()["exception_fields"] == {"s3_url": "is no address of S3"}


def test_without_credentials_it_says_so(bench: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in _CREDENTIALS:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/dev/null")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/dev/null")
    s3._session.cache_clear()
    found = _checked(bench, "s3://pictures/empty")
    s3._session.cache_clear()
    assert found == (False, "no AWS credentials are configured here")


def test_without_a_url_nothing_is_tried(bench: Desk) -> None:
    assert _checked(bench, None) == (False, "s3_url is not given, and no bucket is configured")


@pytest.mark.parametrize(
    ("url", "place"),
    [
        ("s3://b/k/l", s3.Place("b", "k/l")),
        ("https://b.s3.amazonaws.com/k", s3.Place("b", "k")),
        ("https://b.c.s3.eu-west-1.amazonaws.com/k%20l", s3.Place("b.c", "k l", "eu-west-1")),
        ("https://s3.eu-west-1.amazonaws.com/b/k", s3.Place("b", "k", "eu-west-1")),
        ("https://s3-us-west-2.amazonaws.com/b", s3.Place("b", "", "us-west-2")),
        ("https://minio.example:9000/b/k", s3.Place("b", "k", "", "minio.example:9000")),
    ],
)
def test_every_form_of_an_address_is_read(url: str, place: s3.Place) -> None:
    assert s3.place_of(url) == place
