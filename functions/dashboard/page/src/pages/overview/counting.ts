import { api } from "../../api/client";
import type { LogEntry } from "../../api/types";
import { dateOf } from "../../components/times";

const DAYS = 14;
const PAGES = 10;

export interface Counted {
  days: string[];
  flagged: number[];
  decided: number[];
  byModerator: { name: string; value: number }[];
  byAction: { name: string; value: number }[];
  today: number;
  /** How many entries that is of. */
  entries: number;
}

function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}

/** The newest entries of a kind since a time, a bounded number of pages of them. */
async function newest(kind: "action" | "flag", since: Date): Promise<LogEntry[]> {
  const found: LogEntry[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < PAGES; page += 1) {
    const answer: { entries: LogEntry[]; next: string | null } = await api.get("/api/v1/log", {
      query: { kind, since: since.toISOString(), limit: 100, ...(cursor ? { cursor } : {}) },
    });
    found.push(...answer.entries);
    cursor = answer.next;
    if (!cursor) break;
  }
  return found;
}

function tally(names: string[]): { name: string; value: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, value]) => ({ name, value })).sort((a, b) => b.value - a.value).slice(0, 8);
}

/** The log counted by day, in the page. */
export async function count(now = new Date()): Promise<Counted> {
  const days = Array.from({ length: DAYS }, (_unused, index) =>
    dayOf(new Date(now.getTime() - (DAYS - 1 - index) * 86_400_000)),
  );
  const since = new Date(`${days[0]}T00:00:00Z`);
  const [actions, flags] = await Promise.all([newest("action", since), newest("flag", since)]);
  const perDay = (entries: LogEntry[]) => {
    const counts = new Map<string, number>();
    for (const entry of entries) {
      const date = dateOf(entry.at);
      if (date) counts.set(dayOf(date), (counts.get(dayOf(date)) ?? 0) + 1);
    }
    return days.map((day) => counts.get(day) ?? 0);
  };
  const byPeople = actions.filter((entry) => entry.by);
  const week = now.getTime() - 7 * 86_400_000;
  const recent = byPeople.filter((entry) => (dateOf(entry.at)?.getTime() ?? 0) >= week);
  const decided = perDay(byPeople);
  return {
    days,
    flagged: perDay(flags),
    decided,
    byModerator: tally(recent.map((entry) => entry.by)),
    byAction: tally(recent.map((entry) => entry.type)),
    today: decided.at(-1) ?? 0,
    entries: actions.length + flags.length,
  };
}
