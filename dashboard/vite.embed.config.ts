import { defineConfig } from 'vite';

// The web component is a file of its own with a name that stays: pages of others have it in a script
// element. The demo page beside it comes from public/embed.
export default defineConfig({
  base: '/app/',
  publicDir: false,
  build: {
    target: 'es2022',
    outDir: 'dist/embed',
    emptyOutDir: false,
    lib: {
      entry: 'src/embed/index.ts',
      formats: ['es'],
      fileName: () => 'tokenledger-usage.js',
    },
  },
});
