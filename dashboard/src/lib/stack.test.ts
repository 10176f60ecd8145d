import { expect, test } from 'vitest';
import { OTHERS_COLOUR, rankColour, seriesColour } from './series';
import { type Measured, stackOf } from './stack';

const name = (group: string) => group.toUpperCase();

test('each group is a series, in the order given, with a value for each start', () => {
  const measured: Measured[] = [
    { start: 'mon', group: 'b', value: 2 },
    { start: 'mon', group: 'a', value: 1 },
    { start: 'tue', group: 'a', value: 4 },
  ];
  expect(stackOf(measured, ['a', 'b'], name, 'Others')).toEqual({
    starts: ['mon', 'tue'],
    series: [
      { id: 'a', label: 'A', colour: seriesColour(0), values: [1, 4], total: 5 },
      { id: 'b', label: 'B', colour: seriesColour(1), values: [2, 0], total: 2 },
    ],
  });
});

test('a group that nobody ordered comes last, one without anything not at all', () => {
  const measured = [
    { start: 'mon', group: 'new', value: 1 },
    { start: 'mon', group: 'idle', value: 0 },
    { start: 'mon', group: 'a', value: 1 },
  ];
  expect(stackOf(measured, ['a'], name, 'Others').series.map(({ id }) => id)).toEqual(['a', 'new']);
});

test('more groups than colours: the last are one, and nothing is lost', () => {
  const groups = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
  const measured = groups.map((group, index) => ({ start: 'mon', group, value: index + 1 }));
  const { series } = stackOf(measured, groups, name, 'Others');
  expect(series).toHaveLength(8);
  expect(series.at(-1)).toMatchObject({ label: 'Others', colour: OTHERS_COLOUR, total: 27 });
  expect(series.reduce((total, one) => total + one.total, 0)).toBe(55);
});

test('lists have the colours of the chart', () => {
  expect([rankColour(7, 8), rankColour(6, 9), rankColour(7, 9), rankColour(8, 9)]).toEqual([
    seriesColour(7),
    seriesColour(6),
    OTHERS_COLOUR,
    OTHERS_COLOUR,
  ]);
});
