import { computed, effect, signal } from "../state";
import { api, Failure, fresh, online, request } from "../api/client";
import type { Decision, Item } from "../api/types";
import { explained } from "../components/states";
import { dateOf } from "../components/times";
import { say } from "../components/toasts";
import { preferences } from "../preferences";
import { interrupted, isMe, member } from "../session";
import { t } from "../words";
import { release } from "./claim";
import { actionName, inverseOf } from "./kinds";

/**
 * held: undo costs nothing, as nothing was sent. waiting: the server could not be reached or
 * failed, and it is tried again. sent: undo is another decision.
 */
export interface Order {
  id: string;
  item: Item;
  body: Decision;
  title: string;
  state: "held" | "sending" | "waiting" | "sent";
  madeAt: number;
  sendAt: number;
  tries: number;
  problem?: string;
  /** It may have arrived already: the item tells. */
  uncertain?: boolean;
}

/** Why an item is before the moderator again although they had decided. */
export interface Refusal {
  text: string;
  isStale: boolean;
}

const RETRIES = [2_000, 5_000, 15_000, 30_000, 60_000];
const SENT_KEPT = 50;

export const orders = signal<readonly Order[]>([]);
export const refusals = signal<ReadonlyMap<string, Refusal>>(new Map());
/** Of the app's own actions, which one undoes which. */
export const reversing = signal<ReadonlyMap<string, string>>(new Map());
/** Items that the member has decided on: they are away from the list. */
export const away = computed(() => new Set(orders.value.map((order) => order.item.id)));
export const held = computed(() => orders.value.filter((order) => order.state === "held"));
export const waiting = computed(() => orders.value.filter((order) => order.state === "waiting"));

let timer: ReturnType<typeof setTimeout> | undefined;

function change(id: string, changes: Partial<Order>): void {
  orders.value = orders.value.map((order) => (order.id === id ? { ...order, ...changes } : order));
}

function drop(id: string): void {
  orders.value = orders.value.filter((order) => order.id !== id);
}

function isUnsent(order: Order): boolean {
  return order.state === "held" || order.state === "waiting";
}

function storage(): string {
  return `gavel.decisions.${member.value?.id ?? ""}`;
}

/** Decides: after the pause it is sent. */
export function decide(item: Item, body: Decision, title: string): void {
  const now = Date.now();
  const version = item.version ? { if_version: item.version } : {};
  const order: Order = {
    id: fresh(),
    item,
    body: { ...body, ...version },
    title,
    state: "held",
    madeAt: now,
    sendAt: now + preferences.value.pause * 1000,
    tries: 0,
  };
  forgive(item.id);
  const old = new Set(orders.value.filter((each) => each.state === "sent").slice(0, -SENT_KEPT));
  orders.value = [...orders.value.filter((each) => !old.has(each)), order];
  schedule();
}

export function forgive(item: string): void {
  if (!refusals.value.has(item)) return;
  const left = new Map(refusals.value);
  left.delete(item);
  refusals.value = left;
}

/** Takes a decision back, the last without one: unsent at no cost, sent by its inverse. */
export async function undo(
  order = orders.value.findLast((each) => each.state !== "sending"),
): Promise<Item | undefined> {
  if (!order) {
    say(t("decide.nothingToUndo"));
    return undefined;
  }
  if (isUnsent(order)) {
    drop(order.id);
    release(order.item.id);
    say(t("decide.undone"));
    return order.item;
  }
  const inverse = inverseOf(order.body, reversing.value);
  if (!inverse) {
    say(t("decide.cannotReverse", { what: order.title }), { bad: true });
    return undefined;
  }
  try {
    await api.post("/api/v2/moderation/submit_action", { body: inverse });
  } catch (error) {
    say(t("decide.failed", { what: t("decide.undo"), why: explained(error) }), { bad: true });
    return undefined;
  }
  drop(order.id);
  say(t("decide.reversing", { what: order.title }));
  return order.item;
}

export function giveUp(order: Order): void {
  drop(order.id);
  release(order.item.id);
  say(t("decide.dropped", { what: order.title }));
}

/** Sends what is due, or all that is not sent. */
export async function sendDue(all = false): Promise<void> {
  const now = Date.now();
  const due = orders.value.filter((order) => isUnsent(order) && (all || order.sendAt <= now));
  await Promise.all(due.map(send));
  schedule();
}

function schedule(): void {
  clearTimeout(timer);
  const next = Math.min(...orders.value.filter(isUnsent).map((order) => order.sendAt));
  if (!Number.isFinite(next) || interrupted.value) return;
  timer = setTimeout(() => void sendDue(), Math.max(0, next - Date.now()) + 5);
}

async function send(order: Order): Promise<void> {
  change(order.id, { state: "sending" });
  try {
    if (!order.uncertain || !(await hasArrived(order))) {
      const answer = await api.post("/api/v2/moderation/submit_action", { body: order.body, id: order.id });
      if (answer.approval) say(t("approvals.asks", { what: order.title }));
    }
    change(order.id, { state: "sent" });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    await failed(order, error);
  }
}

async function readItem(id: string): Promise<Item> {
  return (await api.get("/api/v2/moderation/review_queue/{id}", { path: { id } })).item;
}

async function hasArrived(order: Order): Promise<boolean> {
  return (await readItem(order.item.id)).actions.some(
    (action) =>
      action.type === order.body.action_type &&
      isMe(action.user_id) &&
      (dateOf(action.created_at)?.getTime() ?? 0) >= order.madeAt - 60_000,
  );
}

async function failed(order: Order, failure: Failure): Promise<void> {
  if (failure.passing || failure.status === 401) {
    const delay = RETRIES[Math.min(order.tries, RETRIES.length - 1)] ?? 60_000;
    change(order.id, {
      state: "waiting",
      tries: order.tries + 1,
      sendAt: Date.now() + delay,
      problem: explained(failure),
      uncertain: order.uncertain === true || failure.status !== 401,
    });
    return;
  }
  const isStale = failure.status === 409;
  const text = isStale
    ? await staleness(order)
    : t("decide.failed", { what: order.title, why: explained(failure) });
  drop(order.id);
  release(order.item.id);
  refusals.value = new Map(refusals.value).set(order.item.id, { text, isStale });
  say(text, { bad: true });
}

async function staleness(order: Order): Promise<string> {
  try {
    const item = await readItem(order.item.id);
    if (item.reviewed_by && item.latest_moderator_action) {
      return t("decide.stale", { who: item.reviewed_by, what: actionName(item.latest_moderator_action) });
    }
  } catch {
    // That it changed is certain; by whom is not.
  }
  return t("decide.staleOther");
}

/** What was not sent when the page was left is sent now, unless it had arrived. */
export function restore(): void {
  const found = localStorage.getItem(storage());
  if (!found) return;
  try {
    const known = new Set(orders.value.map((order) => order.id));
    const again = (JSON.parse(found) as Order[])
      .filter((order) => !known.has(order.id))
      .map((order) => ({ ...order, state: "waiting" as const, sendAt: Date.now(), uncertain: true }));
    orders.value = [...again, ...orders.value];
    schedule();
  } catch {
    localStorage.removeItem(storage());
  }
}

function leave(): void {
  for (const order of held.value) {
    // What comes of it nobody hears any more: the next visit asks the item.
    void request("post", "/api/v2/moderation/submit_action", { body: order.body, id: order.id, keepalive: true }).catch(
      () => undefined,
    );
  }
}

let kept = false;
effect(() => {
  const unsent = orders.value.filter((order) => order.state !== "sent");
  if (!member.value) return;
  // What an earlier visit left is not removed before it was restored.
  if (unsent.length > 0) localStorage.setItem(storage(), JSON.stringify(unsent));
  else if (kept) localStorage.removeItem(storage());
  kept = unsent.length > 0;
});

effect(() => {
  if (!interrupted.value) schedule();
});

window.addEventListener("pagehide", leave);
window.addEventListener("online", () => {
  online.value = true;
  for (const order of waiting.value) change(order.id, { sendAt: Date.now() });
  schedule();
});
