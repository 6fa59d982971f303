import type { Decision, Item } from "../api/types";
import { signal } from "../state";

/** The item whose author's other items are decided on with it; and by what, once that is said. */
export const together = signal<{ item: string; body?: Decision; title?: string } | undefined>(undefined);

/** What leaves the item where it is is of that item alone, and a deleted user's items go anyway. */
const ALONE: ReadonlySet<string> = new Set(["escalate", "flag", "delete_user"]);

export function isTogether(item: Item, body: Decision): boolean {
  return together.value?.item === item.id && !ALONE.has(body.action_type);
}
