// What a browser must load before it shows the costs of an org: the entry, the page, what both import
// statically, their CSS and its font of Latin letters. Charts are loaded after that.
import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

const LIMIT_BYTES = 300_000;
const FIRST = ['index.html', 'src/features/analytics/AnalyticsPage.tsx'];
const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(await readFile(new URL('.vite/manifest.json', dist), 'utf8'));

function filesOf(key) {
  const { file, imports = [], css = [] } = manifest[key];
  return [file, ...css, ...imports.flatMap(filesOf)];
}

const font = Object.keys(manifest).find((key) => key.includes('figtree-latin-wght'));
const files = new Set(['index.html', manifest[font].file, ...FIRST.flatMap(filesOf)]);
let total = 0;
for (const file of files) {
  const { length } = gzipSync(await readFile(new URL(file, dist)));
  total += length;
  console.log(`${(length / 1000).toFixed(1).padStart(8)} kB  ${file}`);
}
console.log(
  `${(total / 1000).toFixed(1).padStart(8)} kB  first load, gzipped (limit ${LIMIT_BYTES / 1000} kB)`,
);
if (total > LIMIT_BYTES) {
  console.error('The first load is too large: load what is not needed for it by import().');
  process.exitCode = 1;
}

// Pages of others load this one, and nothing else of the dashboard.
const EMBED_LIMIT_BYTES = 6_000;
const embed = gzipSync(await readFile(new URL('embed/tokenledger-usage.js', dist))).length;
console.log(`${(embed / 1000).toFixed(1).padStart(8)} kB  embed/tokenledger-usage.js, gzipped`);
if (embed > EMBED_LIMIT_BYTES) {
  console.error(`The web component must not exceed ${EMBED_LIMIT_BYTES / 1000} kB.`);
  process.exitCode = 1;
}
