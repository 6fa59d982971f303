"""Pictures and videos for tests, made by rule: those of different seeds do not resemble."""

from __future__ import annotations

import importlib
import io
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest


def optional(module: str, extra: str = "images") -> Any:
    """A module of an optional extra; the tests that need it are skipped without, but fail in CI."""
    try:
        return importlib.import_module(module)
    except ImportError:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(f"gavel[{extra}] is not installed", allow_module_level=True)


np = optional("numpy")
Image = optional("PIL.Image")


def picture(seed: int, width: int = 512, height: int = 384) -> Any:
    """Waves of every length and direction, the longest the strongest, as in photographs."""
    rng = np.random.default_rng(seed)
    down, across = np.fft.fftfreq(height)[:, None], np.fft.rfftfreq(width)[None, :]
    frequencies = np.hypot(down * height, across * width)
    frequencies[0, 0] = 1
    shape = (4, *frequencies.shape)
    waves = (rng.normal(size=shape) + 1j * rng.normal(size=shape)) / frequencies**1.3
    grey, *colours = np.fft.irfft2(waves, s=(height, width))
    pixels = np.stack([4 * grey + colour for colour in colours], axis=-1)
    low, high = pixels.min(), pixels.max()
    return Image.fromarray(((pixels - low) / (high - low) * 255).astype(np.uint8))


def encoded(image: Any, format: str = "JPEG", **options: Any) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format, **options)
    return buffer.getvalue()


def animated(images: Sequence[Any], format: str = "GIF") -> bytes:
    return encoded(images[0], format, save_all=True, append_images=images[1:], duration=50)


def code(text: str, scale: int = 6) -> Any:
    """A QR code."""
    zxingcpp = optional("zxingcpp")
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    pixels = np.array(zxingcpp.write_barcode_to_image(made, scale=scale))
    return Image.fromarray(pixels).convert("RGB")


def video(path: Path, images: Sequence[Any], frames_each: int = 25, codec: str = "mp4v") -> bytes:
    """Each image for a second."""
    cv2 = optional("cv2", "video")
    writer = cv2.VideoWriter(
        str(path), cv2.VideoWriter_fourcc(*codec), 25, (images[0].width, images[0].height)
    )
    assert writer.isOpened()
    for image in images:
        for _ in range(frames_each):
            writer.write(np.asarray(image)[:, :, ::-1])
    writer.release()
    return path.read_bytes()
