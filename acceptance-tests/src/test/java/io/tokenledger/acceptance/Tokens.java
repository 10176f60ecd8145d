package io.tokenledger.acceptance;

/** The token counts of one event; parts are included in their totals. */
record Tokens(
    long input,
    long output,
    long cacheRead,
    long cacheWrite,
    long cacheWrite1h,
    long reasoning,
    long embedding) {}
