"""Whether the stronger model is here. It is optional: the extra `gavel[model]` brings onnxruntime
(MIT) and numpy (BSD), and a cloud's package has the model where it was built for the extra.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from common.domain.errors import Invalid
from common.settings import is_deployed

FOLDER = Path(__file__).parent / "model"
NOT_PACKED = "this package was built without it: build with --extra model"
NOT_INSTALLED = "it needs onnxruntime: install Gavel's extra 'model'"


def missing() -> str | None:
    """What an operator has to do to have the model; None where it is there.

    On the clouds the file says it to all functions, though only those that judge are packed with
    onnxruntime; on one machine they share what is installed.
    """
    if not (FOLDER / "model.onnx").is_file():
        return NOT_PACKED
    if not is_deployed() and find_spec("onnxruntime") is None:
        return NOT_INSTALLED
    return None


def check_model(config: Mapping[str, Any]) -> None:
    """Raises Invalid for a policy that asks for the model where it is not. One that was kept
    before is judged by the default alone.
    """
    toxicity = config.get("automod_toxicity_config") or {}
    if toxicity.get("model") == "blended" and (reason := missing()):
        raise Invalid.field("automod_toxicity_config.model", f"'blended' is not here: {reason}")
