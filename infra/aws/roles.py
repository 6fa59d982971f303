"""What each function may do: its own logs, the one table, the queues that it sends to or reads."""

from __future__ import annotations

from typing import Any

from common.http.routes import QUEUE_FUNCTIONS

# To which queues the function's code can publish; a test compares the two.
PUBLISHES: dict[str, tuple[str, ...]] = {
    "check": ("enforce", "deliver", "scan"),
    "flag": ("enforce", "deliver"),
    "report": ("enforce", "deliver", "scan"),
    "submit_action": ("enforce", "deliver", "scan"),
    "review_queue": ("enforce",),
    "appeals": ("enforce", "deliver", "scan"),
    "configure": ("enforce", "deliver", "scan"),
    "rules": ("enforce", "deliver", "scan"),
    "users": ("enforce", "deliver", "scan"),
    "moderation_log": ("deliver",),
    "tasks": ("scan",),
    "facades": ("enforce", "scan"),
    "dashboard": (),
    "enforce": ("enforce", "deliver", "scan"),
    "deliver": ("deliver",),
    "scan": ("enforce", "deliver", "scan"),
    "sweep": ("enforce", "deliver", "scan"),
}

_READ = ("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query")
# What a transaction is made of: there is no right to transactions as such.
_WRITE = (
    "dynamodb:ConditionCheckItem",
    "dynamodb:DeleteItem",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem",
)
# AWS knows one right for single messages and batches; ministack, which tests this, has two.
_SEND = ("sqs:SendMessage*",)
_RECEIVE = ("sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage")
_LOGS = (
    "arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}"
    ":log-group:/aws/lambda/${self:custom.name}-%s:*"
)


def logical(name: str, kind: str) -> str:
    """`submit_action` and `Role` give `SubmitActionRole`."""
    return "".join(part.capitalize() for part in name.split("_")) + kind


def roles() -> dict[str, Any]:
    return {logical(name, "Role"): _role(name) for name in PUBLISHES}


def _role(name: str) -> dict[str, Any]:
    trust = {"Service": "lambda.amazonaws.com"}
    return {
        "Type": "AWS::IAM::Role",
        "Properties": {
            "Description": f"Gavel: the function {name}",
            "AssumeRolePolicyDocument": _policy(
                [{"Effect": "Allow", "Principal": trust, "Action": ["sts:AssumeRole"]}]
            ),
            "Policies": [{"PolicyName": name, "PolicyDocument": _policy(_statements(name))}],
        },
    }


def _statements(name: str) -> list[dict[str, Any]]:
    table = {"Fn::GetAtt": ["Table", "Arn"]}
    indexes = {"Fn::Sub": "${Table.Arn}/index/*"}
    found = [
        _allow(("logs:CreateLogStream", "logs:PutLogEvents"), [{"Fn::Sub": _LOGS % name}]),
        _allow(_READ, [table, indexes]),
        _allow(_WRITE, [table]),
    ]
    if PUBLISHES[name]:
        found.append(_allow(_SEND, [_queue(each) for each in PUBLISHES[name]]))
    if name in QUEUE_FUNCTIONS:
        found.append(_allow(_RECEIVE, [_queue(name)]))
    return found


def _queue(name: str) -> dict[str, Any]:
    return {"Fn::GetAtt": [logical(name, "Queue"), "Arn"]}


def _allow(actions: tuple[str, ...], resources: list[dict[str, Any]]) -> dict[str, Any]:
    return {"Effect": "Allow", "Action": list(actions), "Resource": resources}


def _policy(statements: list[dict[str, Any]]) -> dict[str, Any]:
    return {"Version": "2012-10-17", "Statement": statements}
