import { api } from "../../api/client";
import type { SavedQueue } from "../../api/types";
import { place } from "../../router";
import type { WordKey } from "../../words";

type Filter = Record<string, unknown>;

/** The views that every app has. */
export const VIEWS: Record<string, { title: WordKey; filter: Filter; stat?: string }> = {
  all: { title: "queue.all", filter: { reviewed: false } },
  texts: { title: "queue.texts", filter: { reviewed: false, has_text: true }, stat: "texts" },
  media: {
    title: "queue.media",
    filter: { reviewed: false, $or: [{ has_image: true }, { has_video: true }, { has_audio: true }] },
    stat: "media",
  },
  users: { title: "queue.users", filter: { reviewed: false, entity_type: "stream:user" }, stat: "users" },
  reports: { title: "queue.reports", filter: { reviewed: false, reporter_type: "user" } },
  escalated: { title: "queue.escalated", filter: { reviewed: false, escalated: true } },
  reviewed: { title: "queue.reviewed", filter: { reviewed: true } },
};

export const ORDERS = {
  newest: [{ field: "created_at", direction: -1 }],
  oldest: [{ field: "created_at", direction: 1 }],
  gravest: [{ field: "severity", direction: -1 }],
} as const;
export type Order = keyof typeof ORDERS;

/** The filters of the address, by the names that the API has for them. */
export const FILTERS = ["label", "severity", "config_key", "entity_creator_id", "entity_type", "moderation_payload_hash", "image_hash"] as const;
export type FilterName = (typeof FILTERS)[number];

const PEOPLE = { $in: ["user", "moderator", "admin"] };
/** By whom what waits was reported. */
export const REPORTED = {
  people: { reporter_type: PEOPLE },
  machines: { $nor: [{ reporter_type: PEOPLE }] },
  others: { reported_by_me: false },
  me: { reported_by_me: true },
} as const;
export type Reported = keyof typeof REPORTED;

export interface Search {
  filter: Filter;
  sort: readonly { field: string; direction: number }[];
}

export function filtersHere(): Partial<Record<FilterName, string>> {
  const found: Partial<Record<FilterName, string>> = {};
  for (const name of FILTERS) {
    const value = place.value.query.get(name);
    if (value) found[name] = value;
  }
  return found;
}

/** What the address asks for: a view with the filters and the order beside it. */
export function searchOf(view: string, saved: readonly SavedQueue[] | undefined): Search | null {
  const queue = saved?.find((each) => each.id === view);
  const base = VIEWS[view]?.filter ?? queue?.filters;
  if (!base) return null;
  const filter: Filter = { ...base };
  for (const [name, value] of Object.entries(filtersHere())) {
    filter[name] = name === "severity" ? { $gte: Number(value) || 0 } : value;
  }
  const by = REPORTED[place.value.query.get("reported") as Reported];
  if (by) filter["$and"] = [...((filter["$and"] as Filter[] | undefined) ?? []), by];
  const wanted = place.value.query.get("sort");
  const order = wanted && wanted in ORDERS ? ORDERS[wanted as Order] : undefined;
  const own = queue?.sort as Search["sort"] | undefined;
  return { filter, sort: order ?? (own?.length ? own : ORDERS[view === "reviewed" ? "newest" : "oldest"]) };
}

export async function readSaved(): Promise<SavedQueue[]> {
  return (await api.get("/api/v2/moderation/queues")).queues;
}
