import { batch, computed, signal, type Value } from "../../state";
import { api } from "../../api/client";
import type { Button, Item } from "../../api/types";
import { takesAll } from "../../decisions/kinds";
import { orders } from "../../decisions/outbox";
import { authorOf } from "../../item/details";
import { dateOf } from "../../components/times";
import { isMe } from "../../session";
import type { Spacing } from "../../wellness";
import type { Search } from "./views";

const PAGE = 25;
/** Fewer items than this below the present one: the next page is read. */
const AHEAD = 12;
const WATCHED = 25;
const AT_ONCE = 100;

export interface Elsewhere {
  who: string;
  what: string;
}

export interface Buttons {
  own: Record<string, Button[]>;
  standard: Record<string, Button[]>;
}

/** The items of a view: paged by cursor, without those that the member has decided on. */
export class QueueList {
  readonly items = signal<readonly Item[]>([]);
  readonly loading = signal(true);
  readonly error = signal<unknown>(undefined);
  readonly stats = signal<Record<string, number>>({});
  readonly buttons = signal<Buttons>({ own: {}, standard: {} });
  /** What others did to items while they were on this page. */
  readonly elsewhere = signal<ReadonlyMap<string, Elsewhere>>(new Map());
  readonly shown: Value<readonly Item[]>;
  private next: string | undefined;
  private turn = 0;
  private readonly gone = signal<ReadonlySet<string>>(new Set());

  constructor(
    private readonly search: Search,
    private readonly spacing?: Spacing,
  ) {
    this.shown = computed(() => {
      const decided = new Set(orders.value.map((order) => order.item.id));
      const gone = this.gone.value;
      const authors = new Map(
        orders.value
          .filter(({ body }) => takesAll(body.action_type, body.ban?.delete_messages))
          .map(({ item, madeAt }) => [authorOf(item), madeAt]),
      );
      const isTaken = (item: Item) => madeBefore(item, authors.get(authorOf(item)) ?? 0);
      return this.items.value.filter((item) => !decided.has(item.id) && !gone.has(item.id) && !isTaken(item));
    });
  }

  get hasMore(): boolean {
    return this.next !== undefined;
  }

  async load(): Promise<void> {
    this.next = undefined;
    await this.read(undefined);
  }

  async more(): Promise<void> {
    if (this.next !== undefined && !this.loading.value) await this.read(this.next);
  }

  /** Reads on in time, so that no key has to wait. */
  ahead(index: number): void {
    if (this.shown.value.length - index < AHEAD) void this.more();
  }

  private async read(next: string | undefined): Promise<void> {
    const turn = (this.turn += 1);
    this.loading.value = true;
    try {
      const answer = await api.post("/api/v2/moderation/review_queue", {
        body: {
          filter: this.search.filter,
          sort: this.search.sort.map((each) => ({ ...each })),
          limit: PAGE,
          ...(this.spacing && { space_severe: this.spacing }),
          ...(next === undefined ? {} : { next, exclude_default_action_config: true }),
        },
      });
      if (turn !== this.turn) return;
      batch(() => {
        const known = new Set(next === undefined ? [] : this.items.value.map((item) => item.id));
        const fresh = answer.items.filter((item) => !known.has(item.id));
        this.items.value = next === undefined ? fresh : [...this.items.value, ...fresh];
        if (next === undefined) {
          this.elsewhere.value = new Map();
          this.gone.value = new Set();
          this.buttons.value = { own: answer.action_config, standard: answer.default_action_config ?? {} };
        }
        this.stats.value = answer.stats;
        this.next = answer.next || undefined;
        this.error.value = undefined;
        this.loading.value = false;
      });
    } catch (error) {
      if (turn !== this.turn) return;
      this.error.value = error;
      this.loading.value = false;
    }
  }

  /** Everything that matches, up to a bound; for decisions on all of it. */
  async all(most: number): Promise<readonly Item[]> {
    while (this.next !== undefined && this.shown.value.length < most) {
      const before = this.items.value.length;
      await this.read(this.next);
      if (this.error.value !== undefined || this.items.value.length === before) break;
    }
    return this.shown.value.slice(0, most);
  }

  /** An item that was skipped, or decided with others. */
  putAway(ids: readonly string[]): void {
    this.gone.value = new Set([...this.gone.value, ...ids]);
  }

  bringBack(id: string): void {
    const left = new Set(this.gone.value);
    left.delete(id);
    this.gone.value = left;
  }

  /** Asks about the items around the present one, and tells what others did to them. */
  async watch(index: number): Promise<void> {
    const start = Math.max(0, index - 5);
    const watched = this.shown.value.slice(start, start + WATCHED);
    if (watched.length === 0) return;
    const turn = this.turn;
    const fresh = await this.asked(watched);
    // Whose item is gone may have been erased, with all of theirs.
    const gone = new Set(watched.filter((item) => !fresh.has(item.id)).map(authorOf));
    const rows = this.items.value.filter((item) => gone.has(authorOf(item)) && !watched.includes(item));
    const others = rows.filter((item) => authorOf(item) && !this.elsewhere.value.has(item.id)).slice(0, AT_ONCE);
    if (others.length > 0) for (const [id, item] of await this.asked(others)) fresh.set(id, item);
    if (turn !== this.turn) return;
    batch(() => {
      const before = this.items.value;
      this.items.value = before.map((item) => {
        const now = fresh.get(item.id);
        return now && (now.updated_at !== item.updated_at || now.assigned_to?.id !== item.assigned_to?.id)
          ? now
          : item;
      });
      this.note([...watched, ...others], fresh);
    });
  }

  private async asked(items: readonly Item[]): Promise<Map<string, Item>> {
    const answer = await api.post("/api/v2/moderation/review_queue", {
      body: {
        filter: { id: { $in: items.map((item) => item.id) } },
        limit: items.length,
        exclude_default_action_config: true,
      },
    });
    this.stats.value = answer.stats;
    return new Map(answer.items.map((item) => [item.id, item]));
  }

  private note(watched: readonly Item[], fresh: ReadonlyMap<string, Item>): void {
    const found = new Map(this.elsewhere.value);
    for (const item of watched) {
      const now = fresh.get(item.id);
      if (!now) found.set(item.id, { who: "", what: "" });
      const isNew = now && now.reviewed_at && !item.reviewed_at && !isMe(now.reviewed_by);
      if (isNew) found.set(item.id, { who: now.reviewed_by, what: now.latest_moderator_action });
      if (now && !now.reviewed_at) found.delete(item.id);
    }
    for (const [author, { at, ...taken }] of takenIn(this.items.value)) {
      for (const item of this.items.value) {
        if (authorOf(item) === author && !found.has(item.id) && !item.reviewed_at && madeBefore(item, at)) {
          found.set(item.id, taken);
        }
      }
    }
    this.elsewhere.value = found;
  }
}

function timeOf(at: unknown): number {
  return dateOf(at)?.getTime() ?? 0;
}

function madeBefore(item: Item, at: number): boolean {
  return timeOf(item.created_at) < at;
}

/** Whose open items all go, by what the items tell of their authors, and since when. */
function takenIn(items: readonly Item[]): Map<string, Elsewhere & { at: number }> {
  const found = new Map<string, Elsewhere & { at: number }>();
  for (const item of items) {
    const action = item.actions.find(({ type, custom }) => takesAll(type, custom?.["delete_messages"]));
    const deleted = timeOf(item.entity_creator?.deleted_at);
    const at = Math.max(deleted, item.reviewed_at ? timeOf(action?.created_at) : 0);
    if (at === 0 || (found.get(authorOf(item))?.at ?? 0) >= at) continue;
    found.set(authorOf(item), { at, who: action?.user_id ?? "", what: action?.type ?? "delete_user" });
  }
  return found;
}
