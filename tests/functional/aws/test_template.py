"""What osls makes of serverless.yml."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from common.http.routes import HTTP_FUNCTIONS, QUEUE_FUNCTIONS, ROUTES, SCHEDULE_FUNCTIONS
from common.settings import load_settings
from infra.aws.build import FUNCTIONS
from infra.aws.roles import logical
from infra.aws.table import table_definition
from infra.aws.template import gateway_path

pytestmark = pytest.mark.timeout(400)

Resources = dict[str, dict[str, Any]]
_PSEUDO = {"AccountId": "123456789012", "Region": "eu-west-1", "URLSuffix": "amazonaws.com"}


def _of(resources: Resources, type_: str) -> Resources:
    return {name: body for name, body in resources.items() if body["Type"] == type_}


def _functions(resources: Resources) -> dict[str, dict[str, Any]]:
    found = {}
    for body in _of(resources, "AWS::Lambda::Function").values():
        properties = body["Properties"]
        found[properties["FunctionName"].removeprefix("gavel-dev-")] = properties
    return found


def test_cfn_lint_finds_nothing(template: Path) -> None:
    # osls names dependencies that CloudFormation would find by itself.
    lint = Path(sys.executable).with_name("cfn-lint")
    command: list[str | Path] = [lint, template, "--ignore-checks", "W3005"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_function_is_made_with_its_own_role_and_log(resources: Resources) -> None:
    functions = _functions(resources)
    assert set(functions) == set(FUNCTIONS)
    for name, properties in functions.items():
        assert properties["Role"] == {"Fn::GetAtt": [logical(name, "Role"), "Arn"]}
        assert properties["Handler"] == f"lambda_function.{name}"
        assert properties["Runtime"] == f"python3.{sys.version_info.minor}"
    groups = _of(resources, "AWS::Logs::LogGroup").values()
    assert {group["Properties"]["LogGroupName"] for group in groups} == {
        f"/aws/lambda/gavel-dev-{name}" for name in FUNCTIONS
    }
    assert {group["Properties"]["RetentionInDays"] for group in groups} == {30}
    roles = _of(resources, "AWS::IAM::Role")
    assert set(roles) == {logical(name, "Role") for name in FUNCTIONS}


def test_every_route_leads_to_its_function(resources: Resources) -> None:
    keys = {}
    for body in _of(resources, "AWS::ApiGatewayV2::Route").values():
        target = body["Properties"]["Target"]["Fn::Join"][1][1]["Ref"]
        keys[body["Properties"]["RouteKey"]] = target
    assert set(keys) == {f"ANY {gateway_path(route.path)}" for route in ROUTES}
    for route in ROUTES:
        function = route.function.replace("_", "Underscore").capitalize()
        target = keys[f"ANY {gateway_path(route.path)}"]
        assert target.lower() == f"HttpApiIntegration{function}".lower()


def test_only_the_gateway_the_queues_and_the_schedule_may_call(resources: Resources) -> None:
    callers: dict[str, set[str]] = {}
    for body in _of(resources, "AWS::Lambda::Permission").values():
        name = re.sub("LambdaFunction$", "", body["Properties"]["FunctionName"]["Fn::GetAtt"][0])
        assert "SourceArn" in body["Properties"]
        callers.setdefault(name.lower(), set()).add(body["Properties"]["Principal"])
    expected = {name: {"apigateway.amazonaws.com"} for name in HTTP_FUNCTIONS}
    expected |= {name: {"events.amazonaws.com"} for name in SCHEDULE_FUNCTIONS}
    assert callers == {name.replace("_", "underscore"): who for name, who in expected.items()}
    assert not _of(resources, "AWS::Lambda::Url")


@pytest.mark.parametrize("name", QUEUE_FUNCTIONS)
def test_a_queue_fits_its_function(resources: Resources, name: str) -> None:
    queue = resources[logical(name, "Queue")]["Properties"]
    dead = resources[logical(name, "DeadQueue")]["Properties"]
    function = _functions(resources)[name]
    assert queue["QueueName"] == f"gavel-dev-{name}"
    assert queue["VisibilityTimeout"] >= 6 * function["Timeout"]
    assert queue["RedrivePolicy"]["maxReceiveCount"] >= 5
    assert queue["RedrivePolicy"]["deadLetterTargetArn"] == {
        "Fn::GetAtt": [logical(name, "DeadQueue"), "Arn"]
    }
    assert dead["MessageRetentionPeriod"] == 14 * 24 * 3600
    (mapping,) = (
        body["Properties"]
        for body in _of(resources, "AWS::Lambda::EventSourceMapping").values()
        if body["Properties"]["EventSourceArn"] == {"Fn::GetAtt": [logical(name, "Queue"), "Arn"]}
    )
    assert mapping["FunctionResponseTypes"] == ["ReportBatchItemFailures"]
    assert mapping["BatchSize"] <= 10


def test_the_table_is_the_one_of_the_code(resources: Resources) -> None:
    table = resources["Table"]["Properties"]
    definition = table_definition("gavel-dev")
    assert {name: table[name] for name in definition} == definition
    assert table["DeletionProtectionEnabled"] is True


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_function_starts_with_its_environment(resources: Resources, name: str) -> None:
    given = _functions(resources)[name]["Environment"]["Variables"]
    settings = load_settings({key: _known(value) for key, value in given.items()})
    assert (settings.store, settings.queue) == ("dynamodb", "sqs")
    assert settings.dynamodb_table == "gavel-dev"
    assert settings.sqs_url == "https://sqs.eu-west-1.amazonaws.com/123456789012/gavel-dev-"
    assert ("GAVEL_API_SECRET" in given) == (name in HTTP_FUNCTIONS)


def _known(value: Any) -> str:
    """What CloudFormation would put in."""
    if isinstance(value, str):
        return value
    if value == {"Ref": "Table"}:
        return "gavel-dev"
    text: str = value["Fn::Sub"]
    for name, known in _PSEUDO.items():
        text = text.replace(f"${{AWS::{name}}}", known)
    return text


def test_what_goes_wrong_is_told(resources: Resources) -> None:
    alarms = _of(resources, "AWS::CloudWatch::Alarm")
    for name in FUNCTIONS:
        assert {logical(name, "ErrorAlarm"), logical(name, "ThrottleAlarm")} <= set(alarms)
    for name in QUEUE_FUNCTIONS:
        assert {logical(name, "DeadLetterAlarm"), logical(name, "BacklogAlarm")} <= set(alarms)
    for body in alarms.values():
        assert body["Properties"]["AlarmActions"] == [{"Ref": "AlarmTopic"}]
