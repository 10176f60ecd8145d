/** How many series can be told apart by colour; what is beyond goes together as one. */
export const SERIES_COLOURS = 8;

/** Follows light and dark by itself, being a variable of the style sheet. */
export const seriesColour = (slot: number): string =>
  `var(--mui-palette-series-c${slot % SERIES_COLOURS})`;

export const OTHERS_COLOUR = 'var(--mui-palette-series-others)';

/** How many of so many series have a colour of their own. */
export const coloured = (count: number): number =>
  count > SERIES_COLOURS ? SERIES_COLOURS - 1 : count;

/** The colour a series has in the chart, for lists beside it. */
export const rankColour = (rank: number, count: number): string =>
  rank < coloured(count) ? seriesColour(rank) : OTHERS_COLOUR;
