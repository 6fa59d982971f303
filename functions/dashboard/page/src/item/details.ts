import { useEffect, useState } from "preact/hooks";
import { api } from "../api/client";
import type { Item } from "../api/types";
import { holds } from "../session";

const KEPT = 40;

/** All that is asked for beside the item itself; each part fails by itself. */
export interface Details {
  rules: ReturnType<typeof readRules>;
  reports: ReturnType<typeof readReports>;
  deliveries: ReturnType<typeof readDeliveries>;
  history: ReturnType<typeof readHistory>;
  author: ReturnType<typeof readAuthor>;
  alike: ReturnType<typeof readAlike>;
}

export const SORTS = ["content", "image"] as const;
export type Alike = (typeof SORTS)[number];

/** So many that are alike are counted: of a flood there may be any number. */
export const COUNTED = 10;

/** Of what else waits and is alike, how much there is, and by which fields it is found. */
async function readAlike(item: Item) {
  const hash = item.moderation_payload_hash;
  const image = Object.values(item.image_hashes ?? {})[0];
  const count = async (filter: Record<string, string>) => {
    const { items } = await api.post("/api/v2/moderation/review_queue", {
      body: { filter: { ...filter, reviewed: false }, limit: COUNTED + 2, exclude_default_action_config: true },
    });
    return { filter, count: items.filter((each) => each.id !== item.id).length };
  };
  const author = holds("oversee") && authorOf(item);
  const [content, seen, others] = await Promise.all([
    hash ? count({ moderation_payload_hash: hash }) : undefined,
    image ? count({ image_hash: image }) : undefined,
    author ? count({ entity_creator_id: author }) : undefined,
  ]);
  return { content, image: seen, author: others };
}

export function authorOf(item: Item): string {
  return item.entity_creator_id || (item.entity_type === "stream:user" ? item.entity_id : "");
}

function readRules(id: string) {
  return api.get("/api/v1/items/{id}/rules", { path: { id }, query: { limit: 50 } });
}

function readReports(item_id: string) {
  return api.get("/api/v1/reports", { query: { item_id, limit: 100 } });
}

export function readDeliveries(item_id: string) {
  return api.get("/api/v1/deliveries", { query: { item_id, limit: 20 } });
}

function readHistory(item_id: string) {
  return api.get("/api/v1/log", { query: { item_id, limit: 50 } });
}

async function readAuthor(id: string) {
  const decided = api.post("/api/v2/moderation/review_queue", {
    body: {
      filter: { entity_creator_id: id, reviewed: true },
      limit: 20,
      exclude_default_action_config: true,
    },
  });
  const strikes = api.get("/api/v1/users/{id}/strikes", { path: { id } });
  const [{ items }, { totals }] = await Promise.all([decided, strikes]);
  return { decided: items, strikes: totals };
}

const known = new Map<string, Details>();

function quiet<T>(promise: Promise<T>): Promise<T> {
  // Whoever shows it says what failed; a prefetch is heard by nobody.
  promise.catch(() => undefined);
  return promise;
}

/** The details of an item as it is now; read ahead they are there when the item comes up. */
export function detailsOf(item: Item): Details {
  const key = `${item.id} ${item.updated_at}`;
  const found = known.get(key);
  if (found) return found;
  const details: Details = {
    rules: quiet(readRules(item.id)),
    reports: quiet(readReports(item.id)),
    deliveries: quiet(readDeliveries(item.id)),
    history: quiet(readHistory(item.id)),
    author: quiet(item.entity_creator_id ? readAuthor(item.entity_creator_id) : Promise.resolve({ decided: [], strikes: {} })),
    alike: quiet(readAlike(item)),
  };
  known.set(key, details);
  for (const old of [...known.keys()].slice(0, -KEPT)) known.delete(old);
  return details;
}

/** Whoever walks through the list asks for nothing on the way. */
const SETTLED = 120;

/** Whether the item has been before somebody for a moment, or was read ahead. */
export function useSettled(item: Item): boolean {
  const key = `${item.id} ${item.updated_at}`;
  const [settled, setSettled] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setSettled(key), SETTLED);
    return () => clearTimeout(timer);
  }, [key]);
  return settled === key || known.has(key);
}

/** Never there: whoever waits for it asks again once the item has settled. */
const NOT_YET = new Promise<never>(() => undefined);

export function detailOf<K extends keyof Details>(item: Item, name: K, settled: boolean): Details[K] {
  return settled ? detailsOf(item)[name] : (NOT_YET as Details[K]);
}

export function forgetDetails(item: Item): void {
  known.delete(`${item.id} ${item.updated_at}`);
}
