import { effect, signal } from "./state";
import { Failure, request } from "./api/client";
import type { Command } from "./keys/commands";
import type { Preset } from "./keys/presets";

export interface Preferences {
  language: "" | "en" | "de";
  theme: "auto" | "light" | "dark" | "contrast";
  keys: { on: boolean; preset: Preset; own: Partial<Record<Command, string[]>> };
  pause: number;
  /** What is missing is as the app has it. */
  media: { blur?: boolean; grey?: boolean; mute?: boolean };
  /** Labels whose texts are veiled as media are; null is as the app has it. */
  veiled: string[] | null;
  /** Which items do not follow one another; what is missing is as the app has it. */
  apart: { severity?: number; labels?: string[] };
  /** Minutes until a break is proposed; 0 is never. */
  break_after: number;
}

export const DEFAULTS: Preferences = {
  language: "",
  theme: "auto",
  keys: { on: true, preset: "gavel", own: {} },
  pause: 6,
  media: {},
  veiled: null,
  apart: {},
  break_after: 0,
};

const STORED = "gavel.preferences";
const PATH = "/api/v1/members/me/preferences";

function read(): Preferences {
  try {
    return merged(JSON.parse(localStorage.getItem(STORED) ?? "{}"));
  } catch {
    return DEFAULTS;
  }
}

function merged(found: Partial<Preferences> | null | undefined): Preferences {
  const some = found ?? {};
  return {
    ...DEFAULTS,
    ...some,
    keys: { ...DEFAULTS.keys, ...some.keys },
    media: { ...DEFAULTS.media, ...some.media },
  };
}

export const preferences = signal<Preferences>(read());

effect(() => {
  const { theme } = preferences.value;
  if (theme === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
});

/** Those that the member has at the server stand before those of this browser. */
export async function loadPreferences(): Promise<void> {
  try {
    const answer = (await request("get", PATH)) as { preferences?: Partial<Preferences> };
    if (answer.preferences && Object.keys(answer.preferences).length > 0) {
      keep(merged(answer.preferences));
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}

function keep(next: Preferences): void {
  preferences.value = next;
  localStorage.setItem(STORED, JSON.stringify(next));
}

export async function savePreferences(changes: Partial<Preferences>): Promise<void> {
  const next = { ...preferences.value, ...changes };
  keep(next);
  await request("put", PATH, { body: { preferences: next } });
}
