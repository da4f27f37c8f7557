/// <reference types="vitest/config" />
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { fileOf } from "./chunks.ts";
import { icons } from "./icons.ts";

// Relative addresses, because the installation decides where static files are served from.
export default defineConfig({
  base: "./",
  plugins: [icons, svelte()],
  build: {
    outDir: "../src/footpath/static/room",
    emptyOutDir: true,
    manifest: "built.json",
    target: "es2022",
    // Fonts and icons stay files, so that the page's security policy needs no data: addresses.
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: "src/main.ts",
      output: {
        codeSplitting: {
          // On a line that answers slowly a few files come sooner than many small ones.
          groups: [
            { name: "first", tags: ["$initial"], priority: 1 },
            { name: fileOf, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
  // One module graph for all test files: each of them puts away what it made, and it takes half the time.
  test: {
    include: ["tests/**/*.test.ts"],
    setupFiles: ["tests/all_is_there.ts"],
    environment: "node",
    isolate: false,
    pool: "threads",
  },
  resolve: process.env.VITEST ? { conditions: ["browser"] } : {},
});
