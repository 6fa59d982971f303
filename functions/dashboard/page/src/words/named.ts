import { en } from "./en";

/** Words that were stripped of their keys by the build, under those of the English ones. */
export function named(texts: readonly string[]): Record<keyof typeof en, string> {
  return Object.fromEntries(Object.keys(en).map((key, at) => [key, texts[at] ?? ""])) as Record<keyof typeof en, string>;
}
