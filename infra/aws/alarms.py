"""What whoever subscribes to the topic is told of."""

from __future__ import annotations

from typing import Any

from common.http.routes import QUEUE_FUNCTIONS
from infra.aws.roles import PUBLISHES, logical

_MINUTE = 60


def alarms() -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name in PUBLISHES:
        found[logical(name, "ErrorAlarm")] = _of_function(
            name, "Errors", "calls end with an error, outside of what the function answers"
        )
        found[logical(name, "ThrottleAlarm")] = _of_function(
            name, "Throttles", "calls are refused: the account's concurrency is used up"
        )
    for name in QUEUE_FUNCTIONS:
        found[logical(name, "DeadLetterAlarm")] = _dead_letters(name)
        found[logical(name, "BacklogAlarm")] = _backlog(name)
    found["ServerErrorAlarm"] = _server_errors()
    found["NoSweepAlarm"] = _no_sweep()
    return found


def topic() -> dict[str, Any]:
    name = "${self:custom.name}-alarms"
    return {"AlarmTopic": {"Type": "AWS::SNS::Topic", "Properties": {"TopicName": name}}}


def _of_function(name: str, metric: str, what: str) -> dict[str, Any]:
    function = {"Name": "FunctionName", "Value": f"${{self:custom.name}}-{name}"}
    return _alarm(f"{name}: {what}", "AWS/Lambda", metric, function, above=0, minutes=5)


def _dead_letters(name: str) -> dict[str, Any]:
    dead = {"Name": "QueueName", "Value": {"Fn::GetAtt": [logical(name, "DeadQueue"), "QueueName"]}}
    text = f"{name} could not handle a message ten times"
    metric = "ApproximateNumberOfMessagesVisible"
    return _alarm(text, "AWS/SQS", metric, dead, above=0, minutes=1, statistic="Maximum")


def _backlog(name: str) -> dict[str, Any]:
    queue = {"Name": "QueueName", "Value": {"Fn::GetAtt": [logical(name, "Queue"), "QueueName"]}}
    text = f"the oldest message for {name} has waited for ten minutes"
    metric = "ApproximateAgeOfOldestMessage"
    return _alarm(text, "AWS/SQS", metric, queue, above=600, minutes=1, statistic="Maximum")


def _server_errors() -> dict[str, Any]:
    """An average of 0 and 1 for each call: the share of those that were answered 5xx."""
    api = {"Name": "ApiId", "Value": {"Ref": "HttpApi"}}
    text = "more than 5 % of the calls are answered 5xx"
    return _alarm(text, "AWS/ApiGateway", "5xx", api, above=0.05, minutes=5, statistic="Average")


def _no_sweep() -> dict[str, Any]:
    """The net beneath everything else: without it a lost message stays lost."""
    function = {"Name": "FunctionName", "Value": "${self:custom.name}-sweep"}
    alarm = _alarm("the sweep does not run", "AWS/Lambda", "Invocations", function, 0, 10)
    alarm["Properties"] |= {
        "ComparisonOperator": "LessThanThreshold",
        "Threshold": 1,
        "TreatMissingData": "breaching",
    }
    return alarm


def _alarm(
    text: str,
    namespace: str,
    metric: str,
    dimension: dict[str, Any],
    above: float,
    minutes: int,
    statistic: str = "Sum",
) -> dict[str, Any]:
    return {
        "Type": "AWS::CloudWatch::Alarm",
        "Properties": {
            "AlarmDescription": f"Gavel: {text}",
            "Namespace": namespace,
            "MetricName": metric,
            "Dimensions": [dimension],
            "Statistic": statistic,
            "Period": minutes * _MINUTE,
            "EvaluationPeriods": 1,
            "Threshold": above,
            "ComparisonOperator": "GreaterThanThreshold",
            "TreatMissingData": "notBreaching",
            "AlarmActions": [{"Ref": "AlarmTopic"}],
        },
    }
