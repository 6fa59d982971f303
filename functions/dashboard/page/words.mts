import { readFileSync } from "node:fs";
import type { Plugin } from "vite";

const ENTRY = /^ {2}"([\w.]+)":\s*("(?:[^"\\]|\\.)*"),$/gm;
const TRANSLATED = /\/words\/(leading\/)?de\.ts$/;

function keysOf(code: string): string[] {
  return [...code.matchAll(ENTRY)].map((entry) => entry[1] ?? "");
}

/** Takes the keys out of translated words, a sixth of what is sent: they are in the English ones. */
export function withoutKeys(): Plugin {
  return {
    name: "words-without-keys",
    apply: "build",
    enforce: "pre",
    transform(code, id) {
      if (!TRANSLATED.test(id)) return null;
      const english = keysOf(readFileSync(id.replace(/de\.ts$/, "en.ts"), "utf8"));
      if (keysOf(code).join() !== english.join()) {
        throw new Error(`${id}: the words are not those of en.ts in their order`);
      }
      const isWhole = !id.includes("/leading/");
      const list = code
        .replace(ENTRY, "  $2,")
        .replace(/^export const (\w+)[^=]*= \{$/m, `export const $1 = ${isWhole ? "named(" : ""}[`)
        .replace(/^\};$/m, isWhole ? "]);" : "];");
      return { code: (isWhole ? 'import { named } from "./named";\n' : "") + list, map: null };
    },
  };
}
