"""What is done with rules beside keeping them: trying them, explaining them, testing them on the
past, the strikes that they give, how they do. The erasure of users is here, whose paths begin as
those of their strikes, and the holds that keep it from them.

Keeping them is up to `configure`, which has the path of each rule as well: gateways tell functions
apart by how a path begins, so that what is here has paths of its own.
"""

from __future__ import annotations

from common import loading
from common.http.function import http_function
from functions.rules import (
    backtests,
    caps,
    enforcements,
    erasures,
    explaining,
    health,
    holds,
    strikes,
    trying,
    undos,
)

rules = http_function(
    "rules",
    try_rule=trying.try_rule,
    list_enforcements=enforcements.query,
    get_enforcement=enforcements.get,
    release_enforcements=enforcements.release,
    drop_enforcements=enforcements.drop,
    get_caps=caps.get,
    get_rule_reach=caps.get_reach,
    list_rule_health=health.of_rules,
    list_rule_effects=undos.done,
    undo_rule=undos.undo,
    get_undo=undos.get,
    start_backtest=backtests.start,
    list_backtests=backtests.list_all,
    get_backtest=backtests.get,
    cancel_backtest=backtests.cancel,
    delete_backtest=backtests.delete,
    **strikes.HANDLERS,
    explain_item=explaining.of_item,
    explain_user=explaining.of_user,
    erase_user_data=erasures.erase,
    get_erasure=erasures.get,
    export_user_data=erasures.export,
    **holds.HANDLERS,
)

loading.done()
