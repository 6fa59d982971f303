"""What a setting takes, works; what cannot work is refused by the variable's name."""

from __future__ import annotations

import random
import re

import orjson
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from common.delivery.schedule import horizon, next_retry
from common.domain.times import nanoseconds
from common.outgoing.egress import EgressPolicy
from common.settings import Settings, load_settings, unknown_variables, variable
from infra.local.complaints import explained

_NUMBERS = [name for name, field in Settings.model_fields.items() if field.annotation is float]
_LISTS = ["retry_delays", "breaker_seconds", "receipt_delays"]
_BAD_NUMBERS = ["nan", "inf", "-inf", "-1", "-0.001", "1e300", "1e999", "0x10", "1 2", "often", "²"]


def _refused(name: str, value: str) -> str:
    with pytest.raises(ValidationError) as refused:
        load_settings({variable(name): value})
    said = explained(refused.value)
    assert said.startswith(f"{variable(name)}: ")
    return said


@pytest.mark.parametrize("name", _NUMBERS)
@pytest.mark.parametrize("value", _BAD_NUMBERS)
def test_a_number_that_cannot_work_is_refused(name: str, value: str) -> None:
    assert len(_NUMBERS) > 4
    _refused(name, value)


@pytest.mark.parametrize("name", _LISTS)
@pytest.mark.parametrize("value", [*_BAD_NUMBERS, "0", ",", "5,nan", "5;6", ",".join("5" * 51)])
def test_a_list_of_seconds_that_cannot_work_is_refused(name: str, value: str) -> None:
    _refused(name, value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("callback_timeout", "0"),
        ("sweep_interval", "0"),
        ("port", "-1"),
        ("port", "65536"),
        ("port", "http"),
        ("max_body", "10"),
        ("max_body", "1e99"),
        ("api_secret", "short"),
        ("api_secret", "x" * 31),
        ("api_token", "x" * 15),
        ("api_token", "with a blank in it"),
        ("score_key", "x" * 15),
        ("score_key", "x" * 201),
        ("score_key", "a-key-of-sixteen&more"),
        ("score_key", "a-key-of-sixteen%20"),
        ("score_key", "a-key-of-sixteen-or-möre"),
        ("api_key", "two words"),
        ("api_key", "k" * 201),
        ("egress_allow", "::::"),
        ("egress_allow", "10.0.0.0/33"),
        ("egress_allow", "10.0.0.1/8"),
        ("egress_allow", "localhost:0"),
        ("egress_allow", "localhost:99999"),
        ("egress_allow", "http://localhost"),
        ("egress_allow", "localhost, a b"),
        ("store", "mysql"),
        ("queue", "SQLITE"),
        ("log_level", "loud"),
        ("topic_prefix", "9-"),
        ("topic_prefix", "google-"),
        ("topic_prefix", "a/b"),
        ("dynamodb_table", "a table"),
        ("firestore_database", "X"),
        ("google_project", "my project"),
        ("push_service_account", "somebody"),
        ("tasks_service_account", "a b@c"),
        ("sqs_url", "sqs.example.com"),
        ("function_url", "https://example.com/"),
        ("tasks_queue", "queue"),
        ("push_anybody", "perhaps"),
        ("perspective_scale", "perhaps"),
    ],
)
def test_other_values_that_cannot_work_are_refused(name: str, value: str) -> None:
    said = _refused(name, value)
    if name.startswith(("api_", "score_")):
        assert value not in said


def test_perspective_s_scale_has_a_name_for_those_who_know_no_other_setting() -> None:
    assert load_settings({"PERSPECTIVE_SCALE": "true"}).perspective_scale
    both = {"PERSPECTIVE_SCALE": "true", "GAVEL_PERSPECTIVE_SCALE": "false"}
    assert not load_settings(both).perspective_scale


def test_no_secret_stands_in_the_error() -> None:
    with pytest.raises(ValidationError) as refused:
        load_settings({"GAVEL_API_SECRET": "s3cret", "GAVEL_API_TOKEN": "t0ken"})
    assert not re.search("s3cret|t0ken", f"{refused.value} {refused.value!r}")


@pytest.mark.parametrize("name", ["GAVEL_API_KEY", "GAVEL_API_SECRET", "GAVEL_API_TOKEN"])
def test_a_score_key_is_no_other_credential(name: str) -> None:
    with pytest.raises(ValidationError, match="GAVEL_SCORE_KEY") as refused:
        load_settings({"GAVEL_SCORE_KEY": "k" * 40, name: "k" * 40})
    assert "k" * 40 not in f"{refused.value} {refused.value!r}"


@given(st.one_of(st.floats(), st.integers()).map(repr), st.sampled_from(_LISTS))
@example("1e-320", "retry_delays")
def test_every_list_of_seconds_that_is_accepted_gives_times(value: str, name: str) -> None:
    try:
        delays: tuple[float, ...] = getattr(load_settings({variable(name): f"{value},5"}), name)
    except ValidationError:
        return
    now = 2**60
    for each in delays:
        assert 0 <= nanoseconds(each) < 2**53
    for counted in (1, 2):
        retry = next_retry(counted, now, now, random.Random(1), delays)
        assert retry is not None
        assert now <= retry.at <= retry.window_end
        orjson.dumps([retry.at, retry.window_end])
    assert next_retry(3, now, now, random.Random(1), delays) is None
    assert horizon(delays) == sum(delays)


_HOSTS = st.from_regex(r"[a-z0-9.:/_\[\] -]{0,30}", fullmatch=True)
_ADDRESSES = st.one_of(st.ip_addresses().map(str), st.ip_addresses().map("{}/32".format))


@given(st.lists(st.one_of(_HOSTS, _ADDRESSES, st.just("localhost:80")), max_size=3).map(",".join))
@example("[::1]:8080, ::1,10.0.0.0/8,example.com:443,")
def test_what_callbacks_may_reach_is_known_at_the_start(text: str) -> None:
    """Refused by the settings, or usable where callbacks go out."""
    try:
        allowed = load_settings({"GAVEL_EGRESS_ALLOW": text}).egress_allow
    except ValidationError:
        return
    policy = EgressPolicy.parse(allowed)
    assert len(policy.allowed) == sum(1 for entry in allowed.split(",") if entry.strip())
    for entry in policy.allowed:
        if not isinstance(entry.hosts, str):
            policy.check("host.example", entry.port or 8080, [str(entry.hosts[0])])


@given(st.floats().map(repr), st.sampled_from(_NUMBERS))
def test_every_number_that_is_accepted_is_a_time(value: str, name: str) -> None:
    try:
        seconds: float = getattr(load_settings({variable(name): value}), name)
    except ValidationError:
        return
    assert 0 <= nanoseconds(seconds) <= nanoseconds(86_400)


def test_misspelt_names_are_found() -> None:
    known = {variable(name): "x" for name in Settings.model_fields}
    assert unknown_variables({**known, "HOME": "/", "PORT": "1"}) == []
    assert unknown_variables({"GAVEL_RETRY_DELAY": "1", "GAVEL_QQQQQQQQ": "", "OTHER": ""}) == [
        "GAVEL_QQQQQQQQ",
        "GAVEL_RETRY_DELAY (did you mean GAVEL_RETRY_DELAYS?)",
    ]
