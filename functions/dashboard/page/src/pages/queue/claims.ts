import { useEffect, useRef } from "preact/hooks";
import { api, request } from "../../api/client";
import type { Item } from "../../api/types";
import { orders } from "../../decisions/outbox";
import { atLeast } from "../../session";

const SECONDS = 120;
const HEARTBEAT = 45_000;
/** Whoever walks through the list claims nothing on the way. */
const SETTLED = 250;

const URL = "/api/v2/moderation/review_queue";

function bodyOf(id: string, lock_items: boolean) {
  return {
    filter: { id },
    limit: 1,
    lock_items,
    exclude_default_action_config: true,
    ...(lock_items ? { lock_count: 1, lock_duration: SECONDS } : {}),
  };
}

async function claim(id: string): Promise<void> {
  await api.post(URL, { body: bodyOf(id, true) });
}

function release(id: string): void {
  // A decision lets go by itself.
  if (orders.value.some((order) => order.item.id === id)) return;
  void request("post", URL, { body: bodyOf(id, false), keepalive: true }).catch(() => undefined);
}

/** The item is the moderator's while it is before them, and let go when it is not. */
export function useClaim(item: Item | undefined, isStale: boolean): void {
  const id = item?.id;
  const held = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (!id || isStale || !atLeast("moderator")) return undefined;
    const take = () => {
      held.current = id;
      claim(id).catch(() => undefined);
    };
    const start = setTimeout(take, SETTLED);
    const again = setInterval(take, HEARTBEAT);
    const leave = () => held.current === id && release(id);
    window.addEventListener("pagehide", leave);
    return () => {
      clearTimeout(start);
      clearInterval(again);
      window.removeEventListener("pagehide", leave);
      leave();
      held.current = undefined;
    };
  }, [id, isStale]);
}
