// Runs before the page's own scripts.
window.pageFigures = { longestTaskMs: 0, layoutShift: 0, largestPaintMs: 0 };

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
