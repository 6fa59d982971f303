import type { ActionType, Decision, Item } from "../api/types";
import { nameOf } from "../names";
import { said } from "../words";

/** What undoes a decision after it was sent; what is not here cannot be taken back. */
const INVERSE: Partial<Record<ActionType, ActionType>> = {
  mark_reviewed: "reopen",
  block: "unblock",
  shadow_block: "unblock",
  unblock: "block",
  delete_message: "restore",
  delete_activity: "restore",
  delete_comment: "restore",
  delete_reaction: "restore",
  ban: "unban",
  escalate: "de_escalate",
  de_escalate: "escalate",
};

const REMOVALS: readonly ActionType[] = [
  "delete_message",
  "delete_activity",
  "delete_comment",
  "delete_reaction",
  "block",
];

const REASONED: ReadonlySet<ActionType> = new Set<ActionType>([...REMOVALS, "shadow_block", "ban", "delete_user"]);

/** The queue's main removal of an item: the deletion of its kind, else a block. */
export function removalOf(item: Item, offered: readonly string[]): ActionType {
  if (item.entity_type === "stream:user") return "ban";
  return REMOVALS.find((action) => offered.includes(action)) ?? "block";
}

export function removes(action: ActionType): boolean {
  return REMOVALS.includes(action);
}

const OF_USERS: ReadonlySet<string> = new Set(["delete_user", "delete_user_messages"]);

/** Whether all that its author has open goes with it. */
export function takesAll(action: string, deletes: unknown): boolean {
  return OF_USERS.has(action) || (action === "ban" && Boolean(deletes));
}

/** What a decision is called; of the app's own actions by their names. */
export function actionName(action: string): string {
  return said("action", action, "") || nameOf("actions", action);
}

/** What a rule does: of Gavel's own by a word. */
export function actionTitle(id: string): string {
  return said("a", id, "") || nameOf("actions", id);
}

/** The body of a decision: the reason stands where the API has it for its kind. */
export function bodyOf(
  action: ActionType,
  item: Item,
  reason: string,
  options: Record<string, unknown> = {},
): Decision {
  const own = { ...options, ...(reason && REASONED.has(action) ? { reason } : {}) };
  return {
    action_type: action,
    item_id: item.id,
    ...(reason ? { decision_reason: reason } : {}),
    ...(Object.keys(own).length > 0 ? { [action]: own } : {}),
  } as Decision;
}

/** The same of one of the app's own actions. */
export function customOf(id: string, item: Item, reason: string): Decision {
  const why = reason ? { decision_reason: reason } : {};
  return { action_type: "custom", item_id: item.id, custom: { id }, ...why };
}

/** The decision that takes another back, or null. */
export function inverseOf(body: Decision, reverses: ReadonlyMap<string, string>): Decision | null {
  const common = { item_id: body.item_id ?? null };
  if (body.action_type === "custom") {
    const id = (body.custom as { id?: string } | null | undefined)?.id;
    const other = id === undefined ? undefined : reverses.get(id);
    return other === undefined ? null : { ...common, action_type: "custom", custom: { id: other } };
  }
  const action = INVERSE[body.action_type];
  return action === undefined ? null : { ...common, action_type: action };
}
