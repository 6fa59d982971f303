import { readFileSync, readdirSync } from "node:fs";
import type { Plugin } from "vite";

const ENTRY = /^ {2}"([\w.]+)":\s*("(?:[^"\\]|\\.)*"),$/gm;
const TABLE = /\/words\/(en|de)\.ts$/;
const PUT_TOGETHER = /`(\w+\.)\$\{/g;
/** The families whose keys `said` puts together. */
const SAID = ["f.", "h.", "o.", "c.", "a.", "action.", "delivery."];

/**
 * Numbers the words, as bundlers shorten names: `t("nav.queue")` becomes `t(7)`, and each language
 * a list, so that no key is sent thrice. Keys that the page puts together while it runs keep their
 * names, in one list beside the languages (`at`).
 */
export function numberedWords(source: string): Plugin {
  const english = wordsOf(source, "en");
  const isNamed = named(source);
  const keys = [...english.keys()].sort((one, other) => Number(isNamed(one)) - Number(isNamed(other)));
  const names = keys.filter(isNamed);
  const numbers = new Map(keys.map((key, number) => [`"${key}"`, String(number)]));
  return {
    name: "numbered-words",
    apply: "build",
    enforce: "post",
    transform(code, id) {
      const language = TABLE.exec(id)?.[1];
      if (language) return { code: listed(language, keys, wordsOf(source, language)), map: null };
      if (id === `${source}/words/named.ts`) return { code: looking(names, keys.length - names.length), map: null };
      if (!id.startsWith(source)) return null;
      return { code: code.replace(/"\w+\.[\w.]+"/g, (text) => numbers.get(text) ?? text), map: null };
    },
  };
}

function wordsOf(source: string, language: string): Map<string, string> {
  const texts = ["words/leading", "words"].map((folder) => readFileSync(`${source}/${folder}/${language}.ts`, "utf8"));
  return new Map([...texts.join("").matchAll(ENTRY)].map(([, key = "", text = ""]) => [key, text]));
}

function named(source: string): (key: string) => boolean {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const found = files.flatMap((name) => [...readFileSync(`${source}/${name}`, "utf8").matchAll(PUT_TOGETHER)]);
  const families = [...SAID, ...found.map(([, family = ""]) => family)];
  return (key) => families.some((family) => key.startsWith(family));
}

function listed(language: string, keys: readonly string[], words: ReadonlyMap<string, string>): string {
  const texts = keys.map((key) => words.get(key));
  if (texts.includes(undefined) || words.size !== keys.length) throw new Error(`the words of ${language} are not those of en`);
  return `export const ${language} = [${texts.join()}];`;
}

function looking(names: readonly string[], first: number): string {
  return `const NAMES = "${names.join(" ")}".split(" ");
export function at(key) {
  const place = NAMES.indexOf(key);
  return typeof key === "number" ? key : place < 0 ? undefined : ${first} + place;
}`;
}
