"""The kinds of jobs."""

from __future__ import annotations

from collections.abc import Mapping

from common.domain.task import JobKind
from common.moderation.background import (
    backtest_runs,
    batch_undos,
    block_list_imports,
    bulk_images,
    days,
    held_enforcements,
    inputs_expiry,
    policy_test_runs,
    report_drops,
    undos,
    user_exports,
)
from common.moderation.background.erasure import exporting, walk
from common.moderation.background.exports import EXPORTS
from common.moderation.background.job import Kind
from common.moderation.background.retention import walk as retention

KINDS: Mapping[JobKind, Kind] = {
    "block_list_import": Kind(block_list_imports.step, block_list_imports.clear),
    "policy_test": Kind(policy_test_runs.step, policy_test_runs.ended),
    "bulk_images": Kind(bulk_images.step, bulk_images.ended),
    "whole_log_export": Kind(EXPORTS["whole_log_export"].step, EXPORTS["whole_log_export"].ended),
    "log_export": Kind(EXPORTS["log_export"].step, EXPORTS["log_export"].ended),
    "backtest": Kind(backtest_runs.step, backtest_runs.ended),
    "inputs_expiry": Kind(inputs_expiry.step),
    "queue_export": Kind(EXPORTS["queue_export"].step, EXPORTS["queue_export"].ended),
    "held_enforcements": Kind(held_enforcements.step),
    "rule_undo": Kind(undos.step),
    "log_tree": Kind(days.step),
    "retention": Kind(retention.step),
    "data_export": Kind(exporting.step, exporting.ended),
    "user_export": Kind(user_exports.step, user_exports.ended),
    "batch_undo": Kind(batch_undos.step),
    "report_drop": Kind(report_drops.step),
    "erasure": Kind(walk.step, walk.ended),
}
