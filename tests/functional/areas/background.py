"""What is done in the background."""

from __future__ import annotations

from tests.functional.areas.area import Area

_IMPORT = {"items": ["grobbling", "grobbled"]}
AREA = Area(
    valid={
        "import_block_list": _IMPORT,
        "start_export": {"of": "review_queue"},
        "bulk_image_moderation": {"csv_file": "https://example.com/images.csv"},
    },
    wrong={
        "bulk_image_moderation": (
            ("a private address", "csv_file", {"csv_file": "http://127.0.0.1/images.csv"}),
            ("no address", "csv_file", {"csv_file": "images.csv"}),
        ),
        "import_block_list": (
            ("nothing to import", "items", {"items": []}),
            ("no text", "items.0", {"items": [7]}),
            ("a chunk of nothing", "chunk_size", {"chunk_size": 0}),
            ("nothing to look for", "items", {"items": [" "]}),
            (
                "chunks without number",
                "chunk_size",
                {"items": [f"word{n}" for n in range(100)], "chunk_size": 1},
            ),
        ),
    },
    samples={
        "csv_file": "http://10.0.0.1/images.csv",
        "chunk_size": 1,
        "start_export of": "moderation_logs",
    },
)
