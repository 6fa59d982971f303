// Writes src/api/schema.d.ts from a description of the API: `node types.mjs openapi.json`.
// Kept is what the page calls (paths.json), of its answers only those of success, and no prose.
import { readFile, writeFile } from "node:fs/promises";
import openapiTS, { astToString } from "openapi-typescript";

const [source, target = new URL("src/api/schema.d.ts", import.meta.url)] = process.argv.slice(2);
const description = JSON.parse(await readFile(source, "utf8"));
const called = JSON.parse(await readFile(new URL("src/api/paths.json", import.meta.url), "utf8"));

const missing = called.filter((path) => !(path in description.paths));
if (missing.length > 0) throw new Error(`the API has no ${missing.join(", ")}`);
const paths = Object.fromEntries(called.map((path) => [path, trimmed(description.paths[path])]));
const schemas = reached(paths, description.components.schemas);
const ast = await openapiTS(
  bare({ ...description, paths, components: { schemas } }),
  { defaultNonNullable: false },
);
await writeFile(target, astToString(ast));

function trimmed(operations) {
  return Object.fromEntries(
    Object.entries(operations).map(([method, operation]) => [
      method,
      {
        ...operation,
        security: undefined,
        responses: Object.fromEntries(
          Object.entries(operation.responses).filter(([status]) => status.startsWith("2")),
        ),
      },
    ]),
  );
}

/** Without what is said about a thing; fields that have such names stay. */
function bare(node, isNames = false) {
  if (Array.isArray(node)) return node.map((each) => bare(each));
  if (node === null || typeof node !== "object") return node;
  return Object.fromEntries(
    Object.entries(node)
      .filter(([name, value]) => isNames || !(["title", "description"].includes(name) && typeof value === "string"))
      .map(([name, value]) => [name, bare(value, !isNames && name === "properties")]),
  );
}

function reached(start, all) {
  const found = new Set();
  const look = (node) => {
    if (Array.isArray(node)) return node.forEach(look);
    if (node === null || typeof node !== "object") return;
    const name = typeof node.$ref === "string" ? node.$ref.split("/").at(-1) : undefined;
    if (name !== undefined && !found.has(name)) {
      found.add(name);
      look(all[name]);
    }
    Object.values(node).forEach(look);
  };
  look(start);
  return Object.fromEntries([...found].sort().map((name) => [name, all[name]]));
}
