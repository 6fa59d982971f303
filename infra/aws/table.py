"""The table as DynamoDB wants it, from the declared indexes.

`python -m infra.aws.table` prints what CloudFormation takes as its properties.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Any

from common.domain.indexes import INDEXES, LISTED
from common.store.dynamodb.layout import PARTITION, SORT, Layout, index_keys, index_name
from common.store.store import Index


def table_definition(
    name: str, indexes: Sequence[Index] = INDEXES, listed: Collection[str] = LISTED
) -> dict[str, Any]:
    """The arguments of CreateTable; CloudFormation's properties have the same names."""
    slots = range(Layout(indexes, listed).slots)
    keys = [(PARTITION, SORT), *map(index_keys, slots)]
    definition: dict[str, Any] = {
        "TableName": name,
        "BillingMode": "PAY_PER_REQUEST",
        "AttributeDefinitions": [
            {"AttributeName": name, "AttributeType": "S"} for pair in keys for name in pair
        ],
        "KeySchema": _key_schema(keys[0]),
    }
    if slots:
        definition["GlobalSecondaryIndexes"] = [_secondary(slot) for slot in slots]
    return definition


def _secondary(slot: int) -> dict[str, Any]:
    return {
        "IndexName": index_name(slot),
        "KeySchema": _key_schema(index_keys(slot)),
        # Documents are read from the table: current, and not written anew in each of their indexes.
        "Projection": {"ProjectionType": "KEYS_ONLY"},
    }


def _key_schema(names: tuple[str, str]) -> list[dict[str, str]]:
    return [
        {"AttributeName": name, "KeyType": kind}
        for name, kind in zip(names, ("HASH", "RANGE"), strict=True)
    ]


if __name__ == "__main__":
    print(json.dumps(table_definition("gavel"), indent=2))
