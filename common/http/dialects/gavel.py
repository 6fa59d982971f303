"""Gavel's own: spoken as Hive's, whose callers' credentials and bodies open it."""

from __future__ import annotations

from common.http.dialects.hive import HiveDialect


class GavelDialect(HiveDialect):
    pass


GAVEL = GavelDialect(name="gavel", times="text")
GAVEL_DESCRIPTION = GavelDialect(name="gavel_description", times="integer", has_duration=False)
"""For what is a document by itself."""
