import { api, request } from "../api/client";

const URL = "/api/v2/moderation/review_queue";
const SECONDS = 120;

function bodyOf(id: string, lock_items: boolean) {
  return {
    filter: { id },
    limit: 1,
    lock_items,
    exclude_default_action_config: true,
    ...(lock_items ? { lock_count: 1, lock_duration: SECONDS } : {}),
  };
}

export async function claim(id: string): Promise<void> {
  await api.post(URL, { body: bodyOf(id, true) });
}

/** Lets an item go, also where the page is being left. */
export function release(id: string): void {
  void request("post", URL, { body: bodyOf(id, false), keepalive: true }).catch(() => undefined);
}
