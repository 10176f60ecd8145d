/**
 * light-dark() follows the colour scheme of the surrounding page, which may differ from that of the
 * system. Custom properties are how that page brings in its own colours.
 */
const CSS = `
:host {
  display: inline-block;
  font: 500 0.8125rem/1.5 system-ui, sans-serif;
  --chip: var(--tokenledger-chip, light-dark(#ece6f6, #2f2d3a));
  --text: var(--tokenledger-text, light-dark(#1b1a25, #e5e0ef));
  --accent: var(--tokenledger-accent, light-dark(#e3dfff, #3700e1));
  --on-accent: var(--tokenledger-on-accent, light-dark(#3700e1, #e3dfff));
  --failure: var(--tokenledger-failure, light-dark(#ba1a1a, #ffb4ab));
}
:host([hidden]) { display: none; }
:host([theme='light']) { color-scheme: light; }
:host([theme='dark']) { color-scheme: dark; }
.usage { display: flex; flex-wrap: wrap; align-items: center; gap: 0.375rem; min-height: 1.75rem; }
.usage[aria-busy='true'] .chip { opacity: 0.6; }
.chip {
  padding: 0.125rem 0.625rem;
  border-radius: 0.5rem;
  background: var(--chip);
  color: var(--text);
  font-variant-numeric: tabular-nums;
  white-space: nowrap;
  transition: opacity 0.15s;
}
.cost { background: var(--accent); color: var(--on-accent); font-weight: 650; }
.note { color: var(--text); opacity: 0.8; }
.failure { color: var(--failure); }
button {
  padding: 0.125rem 0.625rem;
  border: 1px solid currentcolor;
  border-radius: 0.5rem;
  background: none;
  color: var(--text);
  font: inherit;
  cursor: pointer;
}
button:focus-visible { outline: 2px solid var(--on-accent); outline-offset: 2px; }
.waiting .chip { min-width: 3.5rem; min-height: 1.25em; animation: pulse 1.2s ease-in-out infinite alternate; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@keyframes pulse { to { opacity: 0.4; } }
@media (prefers-reduced-motion: reduce) { .waiting .chip { animation: none; } .chip { transition: none; } }
`;

let sheet: CSSStyleSheet | undefined;

/** One for all elements; unlike a style element, it needs no permission of a Content-Security-Policy. */
export function styles(): CSSStyleSheet {
  if (sheet === undefined) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(CSS);
  }
  return sheet;
}
