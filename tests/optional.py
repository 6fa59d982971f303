"""Packages that Gavel can do without. Their tests are skipped where they are not installed, and
fail where everything has to be there.
"""

from __future__ import annotations

import os
from importlib.util import find_spec

import pytest


def _needs(package: str, extra: str) -> pytest.MarkDecorator:
    is_missing = find_spec(package) is None and os.environ.get("CI") != "true"
    return pytest.mark.skipif(is_missing, reason=f"{package} is not installed: gavel[{extra}]")


needs_model = _needs("onnxruntime", "model")
