import { coloured, OTHERS_COLOUR, seriesColour } from './series';

/** One figure of one group in one span of time. */
export interface Measured {
  start: string;
  group: string;
  value: number;
}

export interface Series {
  id: string;
  label: string;
  colour: string;
  /** One value for each start. */
  values: number[];
  total: number;
}

export interface Stack {
  starts: string[];
  series: Series[];
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);

/**
 * Series that stand upon each other, in a given order, the first at the bottom. Beyond as many as
 * colours can tell apart, the last go together as one, so that the height is always that of all.
 */
export function stackOf(
  measured: Measured[],
  order: string[],
  labelOf: (group: string) => string,
  others: string,
): Stack {
  const starts = [...new Set(measured.map(({ start }) => start))];
  const position = new Map(starts.map((start, index) => [start, index]));
  const groups = [...new Set([...order, ...measured.map(({ group }) => group)])];
  const rank = new Map(groups.map((group, index) => [group, index]));
  const kept = coloured(groups.length);
  const values = Array.from({ length: kept + 1 }, () => new Array<number>(starts.length).fill(0));
  for (const { start, group, value } of measured) {
    const row = values[Math.min(rank.get(group) ?? kept, kept)];
    const column = position.get(start) ?? 0;
    if (row !== undefined) {
      row[column] = (row[column] ?? 0) + value;
    }
  }
  const named = groups.slice(0, kept).map((group, index) => ({
    id: group,
    label: labelOf(group),
    colour: seriesColour(index),
  }));
  const series = [...named, { id: '', label: others, colour: OTHERS_COLOUR }]
    .map((name, index) => ({ ...name, values: values[index] ?? [] }))
    .map((one) => ({ ...one, total: sum(one.values) }))
    .filter(({ total }) => total > 0);
  return { starts, series };
}
