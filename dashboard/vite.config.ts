import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { embedSource } from './vite/embed.ts';
import { stackConfig, stackProxy } from './vite/stack.ts';

export default defineConfig({
  base: '/app/',
  plugins: [react(), stackConfig(), embedSource()],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: { host: '127.0.0.1', proxy: stackProxy() },
  build: {
    target: 'es2022',
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          // Otherwise the charts take what they use of MUI along, and every page has to load them.
          includeDependenciesRecursively: false,
          groups: [
            { name: 'charts', test: /node_modules\/(@mui\/x-|d3-|flatqueue|bezier-easing)/ },
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router)\// },
            // What most pages use, in one file: many small ones are compressed worse, and asked for one by one.
            { name: 'shared', minShareCount: 20, priority: -1 },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    pool: 'threads',
    // Loading MUI takes longer than most tests; each test cleans up what it leaves in the page.
    isolate: false,
    setupFiles: './src/test/setup.ts',
    css: false,
    env: { BASE_URL: '/app/' },
    testTimeout: 40_000,
    environmentOptions: { jsdom: { url: 'http://ledger.test/app/' } },
  },
});
