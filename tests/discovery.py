"""Google's own descriptions of its APIs, which google-api-python-client brings.

Not google-cloud-functions, whose typed messages would do the same for functions: the framework's
module google.cloud.functions.context then loads that whole client at every function's start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.metadata import files
from typing import Any, cast

import orjson

_TYPES: dict[str, type | tuple[type, ...]] = {
    "string": (str, int),
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "object": dict,
    "array": list,
}
_FORMATS = {
    "google-duration": re.compile(r"\d+(\.\d+)?s"),
    "int64": re.compile(r"-?\d+"),
}


def problems(api: str, schema: str, value: dict[str, Any]) -> list[str]:
    """What Google would not understand of a message in Terraform's spelling."""
    schemas = _schemas(api)
    return list(_problems(schemas, schemas[schema], value, schema))


@cache
def _schemas(api: str) -> dict[str, Any]:
    name = f"googleapiclient/discovery_cache/documents/{api}.json"
    found = next(path for path in files("google-api-python-client") or () if str(path) == name)
    schemas: dict[str, Any] = orjson.loads(found.read_binary())["schemas"]
    return schemas


def _problems(
    schemas: dict[str, Any], schema: dict[str, Any], value: Any, path: str
) -> Iterator[str]:
    schema = schemas.get(schema.get("$ref", ""), schema)
    kind = schema["type"]
    if kind == "array":
        # Terraform writes the elements of a list as blocks, and one block stands alone.
        for index, each in enumerate(value if isinstance(value, list) else [value]):
            yield from _problems(schemas, schema["items"], each, f"{path}[{index}]")
    elif not isinstance(value, _TYPES[kind]):
        yield f"{path}: {value!r} is no {kind}"
    elif kind == "object":
        yield from _of_fields(schemas, schema, cast("dict[str, Any]", value), path)
    elif kind == "string":
        yield from _of_text(schema, str(value), path)


def _of_fields(
    schemas: dict[str, Any], schema: dict[str, Any], value: dict[str, Any], path: str
) -> Iterator[str]:
    others = schema.get("additionalProperties")
    for name, each in value.items():
        known = schema.get("properties", {}).get(_camel(name), others)
        if known is None:
            yield f"{path}: {name} is unknown"
        elif known.get("readOnly"):
            yield f"{path}: {name} is only given out"
        else:
            yield from _problems(schemas, known, each, f"{path}.{name}")


def _of_text(schema: dict[str, Any], value: str, path: str) -> Iterator[str]:
    if "enum" in schema and value not in schema["enum"]:
        yield f"{path}: {value} is none of {schema['enum']}"
    form = _FORMATS.get(schema.get("format", ""))
    if form is not None and not form.fullmatch(value):
        yield f"{path}: {value!r} is no {schema['format']}"


def _camel(name: str) -> str:
    return re.sub(r"_(\w)", lambda found: found[1].upper(), name)
