"""Proofs that the log is what it was."""

from __future__ import annotations

from common.api.gavel.log import LogRootsQuery
from common.http.call import Call
from common.moderation.evidence import roots
from common.views.log_roots import (
    LogProofAnswer,
    LogRootsAnswer,
    log_proof_answer,
    log_roots_answer,
)


async def query(call: Call) -> LogRootsAnswer:
    asked: LogRootsQuery = call.query
    page = await roots.query(call.context, call.app, asked.days, asked.limit, asked.cursor)
    return log_roots_answer(call.app, [each.data for each in page.documents], page.cursor)


async def prove(call: Call) -> LogProofAnswer:
    proof = await roots.prove(call.context, call.app, call.path["id"])
    leaf = proof.leaf
    return log_proof_answer(
        call.app, proof.entry, leaf.root, leaf.chunk["number"], leaf.place, leaf.chunk["hashes"]
    )
