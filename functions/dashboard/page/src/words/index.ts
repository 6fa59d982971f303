import { computed, signal } from "../state";
import { preferences } from "../preferences";
import { en } from "./en";
import { at } from "./named";

export type WordKey = keyof typeof en;
export type Words = Record<WordKey, string>;
export type Language = "en" | "de";

const tables = signal<Partial<Record<Language, Words>>>({ en });

let german: Record<string, string> = {};

export const language = computed<Language>(() => {
  const wanted = preferences.value.language || navigator.language.slice(0, 2);
  return wanted === "de" ? "de" : "en";
});

/** The browser's region stays where it is of the page's language: 1.000 or 1’000. */
export const locale = computed(() =>
  navigator.language.startsWith(language.value) ? navigator.language : language.value,
);

export async function loadWords(): Promise<void> {
  const wanted = language.value;
  if (wanted === "de" && !tables.value.de) {
    const { de, codes } = await import("./de_codes");
    german = codes;
    tables.value = { ...tables.value, de };
  }
  document.documentElement.lang = wanted;
}

/** What the page's language has for codes that say in English what they mean. */
export const codes = computed(() => (language.value === "de" && tables.value.de ? german : {}));

/** The page's words. `one|many` is chosen by `n`; `{name}` stands for a value. The build leaves out what English says too. */
export function t(key: WordKey, values: Record<string, string | number> = {}): string {
  const place = at(key) ?? key;
  const [one, many] = (tables.value[language.value]?.[place] || en[place]).split("|");
  const text = (many === undefined || values["n"] === 1 ? one : many) ?? "";
  return text.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const value = values[name];
    return typeof value === "number" ? number(value) : (value ?? "");
  });
}

/** The word for a value of the API's, as `o.gte`; the value itself where there is none. */
export function said(
  family: "f" | "h" | "o" | "c" | "a" | "action" | "delivery" | "appeal" | "court" | "figure",
  value: string,
  otherwise = value.replaceAll("_", " "),
): string {
  const key = at(`${family}.${value}`);
  return key === undefined ? otherwise : t(key);
}

/** As it stands at the beginning of something. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function number(value: number, options: Intl.NumberFormatOptions = {}): string {
  return new Intl.NumberFormat(locale.value, { maximumFractionDigits: 2, ...options }).format(value);
}

export function percent(share: number): string {
  return number(share, { style: "percent", maximumFractionDigits: 1 });
}
