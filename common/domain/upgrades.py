"""How documents of older releases become today's, a step a change (common/store/versions.py).

A step stays for ever; a new one goes behind the others of its collection.
"""

from __future__ import annotations

from common.domain.delivery import DELIVERIES
from common.domain.endpoint import ENDPOINTS, split_endpoint
from common.store.store import Data
from common.store.versions import Upgrade


def _delivery_names_its_kind(delivery: Data) -> None:
    delivery.setdefault("endpoint_kind", split_endpoint(delivery["endpoint"])[0])


def _endpoint_names_its_kind(endpoint: Data) -> None:
    endpoint.setdefault("kind", split_endpoint(endpoint["id"])[0])


UPGRADES: dict[str, tuple[Upgrade, ...]] = {
    DELIVERIES: (_delivery_names_its_kind,),
    ENDPOINTS: (_endpoint_names_its_kind,),
}
