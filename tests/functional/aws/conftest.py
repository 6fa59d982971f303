from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.osls import osls, osls_missing, service


@pytest.fixture(scope="session")
def deployable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which osls finds serverless.yml and its packages."""
    return service(tmp_path_factory.mktemp("service"))


@pytest.fixture(scope="session")
def template(deployable: Path) -> Path:
    """What CloudFormation is given."""
    if missing := osls_missing():
        pytest.skip(missing)
    osls(deployable, "package", "--package", ".package")
    return deployable / ".package/cloudformation-template-update-stack.json"


@pytest.fixture(scope="session")
def resources(template: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = json.loads(template.read_bytes())["Resources"]
    return found
