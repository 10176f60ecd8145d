package io.tokenledger.bench.page;

/**
 * What a browser that had nothing of the page in its cache saw.
 *
 * @param longestTaskMs during which the page answered no input; 0 when none took 50 ms
 * @param layoutShift all of it, as the Layout Instability specification scores it
 * @param largestPaintMs from the navigation until the largest part was painted
 * @param firstLoadBytes of the page's own files that had come when it had its heading, as sent
 * @param allBytes of all files and answers, as sent
 */
record Visit(
    double longestTaskMs,
    double layoutShift,
    double largestPaintMs,
    long firstLoadBytes,
    long allBytes) {}
