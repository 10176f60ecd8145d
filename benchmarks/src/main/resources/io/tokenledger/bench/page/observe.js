// Runs before the page's own scripts.
window.pageFigures = { longestTaskMs: 0, layoutShift: 0, largestPaintMs: 0, firstLoadBytes: 0 };

function observe(type, take) {
  new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
}

observe('longtask', ({ duration }) => {
  window.pageFigures.longestTaskMs = Math.max(window.pageFigures.longestTaskMs, duration);
});
observe('layout-shift', ({ value, hadRecentInput }) => {
  window.pageFigures.layoutShift += hadRecentInput ? 0 : value;
});
observe('largest-contentful-paint', ({ startTime }) => {
  window.pageFigures.largestPaintMs = startTime;
});

// What has come when the page has its heading is what had to come first.
new MutationObserver((_changes, observer) => {
  if (document.querySelector('main h1') !== null) {
    observer.disconnect();
    window.pageFigures.firstLoadBytes = performance
      .getEntries()
      .filter(({ entryType, name }) => entryType === 'navigation' || isOwnFile(entryType, name))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
  }
}).observe(document, { childList: true, subtree: true });

function isOwnFile(entryType, name) {
  return entryType === 'resource' && name.startsWith(`${location.origin}/app/`);
}
