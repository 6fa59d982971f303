"""The classes of an app: those that every app has, with what it changed or added."""

from __future__ import annotations

from collections.abc import Mapping

from common.configuration.configuration import Configuration
from common.domain.content_class import ContentClass
from common.rules.class_table import ClassTable
from common.rules.default_classes import DEFAULT_CLASSES


def classes_of(configuration: Configuration) -> Mapping[str, ContentClass]:
    """By id, as `text:bullying`."""
    return {**DEFAULT_CLASSES, **configuration.content_classes}


def class_table_of(configuration: Configuration) -> ClassTable:
    return configuration.one(_table)


def _table(configuration: Configuration) -> ClassTable:
    return ClassTable(classes_of(configuration).values())
