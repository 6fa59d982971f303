import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin } from "vite";
import { numberedWords } from "./words.mts";

const here = fileURLToPath(new URL(".", import.meta.url));
const server = process.env["GAVEL_URL"] ?? "http://127.0.0.1:8080";

const LEADING =
  /src\/(pages\/(rules|actions|deliveries|log|policies|providers|lists|spam|reporting|strikes|members|app|held|transparency|integrity|erasures|approvals|leading_pages)|components\/(fields|registry|confirm|download|file))[/.]/;

/** Vite's own helper waits for the styles of what is imported: there is one for all. */
const plainImports: Plugin = {
  name: "plain-imports",
  apply: "build",
  enforce: "pre",
  load: (id) => (id.includes("vite/preload-helper") ? "export const __vitePreload = (load) => load();" : null),
};

export default defineConfig({
  root: here,
  base: "/dashboard/",
  plugins: [plainImports, numberedWords(`${here}src`)],
  // Calls of `h` are shorter than those of the automatic runtime.
  oxc: {
    jsx: { runtime: "classic", pragma: "h", pragmaFrag: "Fragment" },
    jsxInject: `import { h, Fragment } from "preact";`,
  },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
    cssTarget: ["chrome123", "firefox120", "safari17.5"],
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false,
    cssCodeSplit: false,
    // Few large files compress far better than many small ones: one that everybody needs, and one
    // for those who write rules.
    rolldownOptions: {
      output: {
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            { name: "leading", test: LEADING, priority: 1 },
            { name: "moderating", test: /node_modules|vite|rolldown|src\/(?!words\/(leading\/)?de)/ },
          ],
        },
      },
    },
  },
  server: { proxy: { "/api": server, "/dashboard/session": server, "/dashboard/sign_in": server } },
});
