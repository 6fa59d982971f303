import { readFileSync, readdirSync } from "node:fs";
import type { Plugin } from "vite";

const ENTRY = /^ {2}"([\w.]+)":\s*("(?:[^"\\]|\\.)*"),$/gm;
const TABLE = /\/words\/(en|de)\.ts$/;
const LANGUAGES = ["en", "de"] as const;
const PUT_TOGETHER = /\bt\([^)]*?`(\w+\.)\$\{/g;
/** The families whose keys `said` puts together. */
const SAID = ["f.", "h.", "o.", "c.", "a.", "action.", "delivery.", "appeal.", "court.", "figure."];

type Texts = ReadonlyMap<string, string>;

/**
 * Numbers the words, as bundlers shorten names: `t("nav.queue")` becomes `t(7)`, and each language
 * a list, so that no key is sent thrice and no phrase twice. Keys that the page puts together while
 * it runs keep their names, in one list beside the languages (`at`).
 */
export function numberedWords(source: string): Plugin {
  const words = new Map<string, Texts>(LANGUAGES.map((language) => [language, wordsOf(source, language)]));
  const isNamed = named(source);
  const keys = [...(words.get("en")?.keys() ?? [])];
  const phrase = (key: string) => LANGUAGES.map((language) => words.get(language)?.get(key)).join();
  const names = keys.filter(isNamed).sort();
  const said = new Set(names.map(phrase));
  const others = keys.filter((key) => !isNamed(key) && !said.has(phrase(key)));
  const listed: string[] = [];
  const places = new Map<string, number>();
  for (const key of [...others, ...names]) {
    if (places.has(phrase(key)) && !isNamed(key)) continue;
    if (!places.has(phrase(key))) places.set(phrase(key), listed.length);
    listed.push(key);
  }
  const numbers = new Map(keys.map((key) => [`"${key}"`, String(places.get(phrase(key)))]));
  return {
    name: "numbered-words",
    apply: "build",
    enforce: "post",
    transform(code, id) {
      const language = TABLE.exec(id)?.[1];
      if (language) return { code: table(language, listed, words.get(language) ?? new Map(), keys.length), map: null };
      if (id === `${source}/words/named.ts`) return { code: looking(names, listed.length - names.length), map: null };
      if (!id.startsWith(source)) return null;
      return { code: code.replace(/"\w+\.[\w.]+"/g, (text) => numbers.get(text) ?? text), map: null };
    },
  };
}

function wordsOf(source: string, language: string): Texts {
  const texts = ["words/leading", "words"].map((folder) => readFileSync(`${source}/${folder}/${language}.ts`, "utf8"));
  return new Map([...texts.join("").matchAll(ENTRY)].map(([, key = "", text = ""]) => [key, text]));
}

function named(source: string): (key: string) => boolean {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const found = files.flatMap((name) => [...readFileSync(`${source}/${name}`, "utf8").matchAll(PUT_TOGETHER)]);
  const families = [...SAID, ...found.map(([, family = ""]) => family)];
  return (key) => families.some((family) => key.startsWith(family));
}

function table(language: string, keys: readonly string[], words: Texts, count: number): string {
  const texts = keys.map((key) => words.get(key));
  if (texts.includes(undefined) || words.size !== count) throw new Error(`the words of ${language} are not those of en`);
  return `export const ${language} = [${texts.join()}];`;
}

/**
 * The names stand in the order of the words, which come last, as the others are written as numbers:
 * each family's behind its own, `o low high,f id`.
 */
function looking(names: readonly string[], first: number): string {
  const families = new Map<string, string[]>();
  for (const name of names) {
    const [family = "", rest = ""] = name.split(/\.(.*)/);
    families.set(family, [...(families.get(family) ?? [family]), rest]);
  }
  const said = [...families.values()].map((each) => each.join(" "));
  return `const PLACES = {};
let place = ${first};
for (const said of "${said.join()}".split(",")) {
  const [family, ...names] = said.split(" ");
  for (const name of names) PLACES[family + "." + name] = place++;
}
export function at(key) {
  return typeof key === "number" ? key : PLACES[key];
}`;
}
