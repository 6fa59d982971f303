import type { WordKey } from ".";
import { en } from "./en";

/** Under what a word is in the tables; nothing where there is no such word. The build numbers words. */
export function at(key: string): WordKey | undefined {
  return key in en ? (key as WordKey) : undefined;
}
