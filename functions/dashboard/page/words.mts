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
  const [english, german] = LANGUAGES.map((language) => words.get(language) ?? new Map<string, string>());
  const isNamed = named(source);
  const keys = [...english.keys()];
  const phrase = (key: string) => `${english.get(key)}\n${german.get(key)}`;
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
  const first = listed.length - names.length;
  const tables = {
    en: listed.map((key, place) => (place < first ? english.get(key) : shortened(key, english.get(key)))),
    de: listed.map((key) => (german.get(key) === english.get(key) ? "" : german.get(key))),
  };
  return {
    name: "numbered-words",
    apply: "build",
    enforce: "post",
    buildStart() {
      for (const [language, { size }] of words) {
        if (size !== keys.length || keys.some((key) => !words.get(language)?.has(key))) this.error(`the words of ${language} are not those of en`);
      }
    },
    transform(code, id) {
      const language = TABLE.exec(id)?.[1];
      if (language === "en" || language === "de") return { code: table(language, tables[language]), map: null };
      if (id === `${source}/words/named.ts`) return { code: looking(names, first), map: null };
      if (!id.startsWith(source)) return null;
      return { code: code.replace(/"\w+\.[\w.]+"/g, (text) => numbers.get(text) ?? text), map: null };
    },
  };
}

/** Nothing where the text is the key's name, `^` where it is that with a capital. */
function shortened(key: string, text: string | undefined): string | undefined {
  const name = key.replace(/^\w+\./, "").replaceAll("_", " ");
  if (text === name) return "";
  return text === `${name[0]?.toUpperCase()}${name.slice(1)}` ? "^" : text;
}

function wordsOf(source: string, language: string): Texts {
  const texts = ["words/leading", "words"].map((folder) => readFileSync(`${source}/${folder}/${language}.ts`, "utf8"));
  return new Map([...texts.join("").matchAll(ENTRY)].map(([, key = "", text = ""]) => [key, JSON.parse(text)]));
}

function named(source: string): (key: string) => boolean {
  const files = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((name) => /\.tsx?$/.test(name));
  const found = files.flatMap((name) => [...readFileSync(`${source}/${name}`, "utf8").matchAll(PUT_TOGETHER)]);
  const families = [...SAID, ...found.map(([, family = ""]) => family)];
  return (key) => families.some((family) => key.startsWith(family));
}

function table(language: string, texts: readonly (string | undefined)[]): string {
  return `export const ${language} = ${JSON.stringify(texts.join("\n"))}.split("\\n");`;
}

/**
 * The names stand in the order of the words, which come last, as the others are written as numbers:
 * each family's behind its own, `o low high,f id`. What is `shortened` is spelled out.
 */
function looking(names: readonly string[], first: number): string {
  const families = new Map<string, string[]>();
  for (const name of names) {
    const [family = "", rest = ""] = name.split(/\.(.*)/);
    families.set(family, [...(families.get(family) ?? [family]), rest]);
  }
  const said = [...families.values()].map((each) => each.join(" "));
  return `import { en } from "./en";
const PLACES = {};
let place = ${first};
for (const said of "${said.join()}".split(",")) {
  const [family, ...names] = said.split(" ");
  for (const name of names) {
    const spelled = name.replaceAll("_", " ");
    en[place] ||= spelled;
    if (en[place] === "^") en[place] = spelled[0].toUpperCase() + spelled.slice(1);
    PLACES[family + "." + name] = place++;
  }
}
export function at(key) {
  return typeof key === "number" ? key : PLACES[key];
}`;
}
