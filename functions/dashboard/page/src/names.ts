import { request } from "./api/client";
import { signal } from "./state";

/** What has a name beside its id, as the API calls the list of it. */
export type Named = "actions" | "rules" | "strike_policies" | "user_lists" | "report_categories" | "queues";

export interface Row {
  id: string;
  name: string;
  reverses?: string[];
}

const KEPT = 60_000;
const lists = new Map<Named, { at: number; rows: Promise<Row[]> }>();
const names = signal<Record<string, string>>({});

async function read(kind: Named): Promise<Row[]> {
  const path = kind === "queues" ? "/api/v2/moderation/queues" : `/api/v1/${kind}`;
  const rows: Row[] = [];
  for (let cursor: string | null | undefined = ""; cursor !== undefined && cursor !== null; ) {
    const query = kind === "queues" ? {} : { limit: 100, cursor };
    const page = (await request("get", path, { query })) as Record<string, Row[]> & { next?: string | null };
    rows.push(...(page[kind] ?? []));
    cursor = page.next;
  }
  return rows;
}

/** All that there is of a kind, asked for once a minute at most. */
export function listed(kind: Named): Promise<Row[]> {
  const known = lists.get(kind);
  if (known && Date.now() - known.at < KEPT) return known.rows;
  const rows = read(kind);
  lists.set(kind, { at: Date.now(), rows });
  rows.then(
    (all) => (names.value = { ...names.value, ...Object.fromEntries(all.map((each) => [`${kind} ${each.id}`, each.name])) }),
    () => undefined,
  );
  return rows;
}

/** What it is called; its id until that is known, and where there is none any more. */
export function nameOf(kind: Named, id: string): string {
  if (!id) return id;
  void listed(kind);
  return names.value[`${kind} ${id}`] || id;
}
