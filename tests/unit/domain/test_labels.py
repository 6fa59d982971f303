from __future__ import annotations

import orjson

from common.domain.labels import Label, Span, label_document, label_of


def test_a_label_is_stored_as_it_always_was() -> None:
    """Items outlive releases: this is the shape that the first release wrote."""
    spans = (Span(0, 2, 8, "casino"), Span(1, 0, 4))
    label = Label("block_list", "words", 0.123456789, "text", "high", spans)
    document = label_document(label, "remove")
    assert orjson.dumps(document) == (
        b'{"engine":"block_list","name":"words","modality":"text","score":0.123457,'
        b'"severity":"high","action":"remove","spans":[[0,2,8,"casino"],[1,0,4,""]]}'
    )
    assert label_of(orjson.loads(orjson.dumps(document))) == Label(
        "block_list", "words", 0.123457, "text", "high", spans
    )
