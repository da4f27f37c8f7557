/// <reference types="vitest/config" />
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

// Relative addresses, because the installation decides where static files are served from.
export default defineConfig({
  base: "./",
  plugins: [svelte()],
  build: {
    outDir: "../src/footpath/static/room",
    emptyOutDir: true,
    manifest: "built.json",
    target: "es2022",
    assetsInlineLimit: 0, // fonts and icons stay files, so that the page's security policy needs no data: addresses
    rolldownOptions: { input: "src/main.ts" },
  },
  test: { include: ["tests/**/*.test.ts"], environment: "node" },
  resolve: process.env.VITEST ? { conditions: ["browser"] } : {},
});
