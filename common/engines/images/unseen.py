"""Why an image or a video was not looked at."""

from __future__ import annotations


class Unseen(Exception):
    """It cannot be fetched, decoded or told what it is; the text says why, without its address."""
