import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";
import { withoutKeys } from "./words.mts";

const here = fileURLToPath(new URL(".", import.meta.url));
const server = process.env["GAVEL_URL"] ?? "http://127.0.0.1:8080";

const LEADING =
  /src\/(pages\/(rules|actions|deliveries|log|policies|providers|lists|spam|reporting|strikes|members|app|held)|components\/(fields|registry|confirm|parts|download|file))[/.]/;

export default defineConfig({
  root: here,
  base: "/dashboard/",
  plugins: [withoutKeys()],
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    target: "es2022",
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
