import { expect, test } from 'vitest';
import { formatDuration } from './durations';
import { initialsOf } from './initials';
import { formatInstant, isTimeZone } from './instants';
import { changeOf, formatChange, formatCompact, formatShare } from './numbers';

test('durations are as precise as they are short', () => {
  expect([640, 2_140, 119_990, 210_000].map(formatDuration)).toEqual([
    '640ms',
    '2.14s',
    '119.99s',
    '3.5m',
  ]);
});

test('counts have three digits', () => {
  expect([999, 1_730_400, 231_904_120].map(formatCompact)).toEqual(['999', '1.73M', '232M']);
});

test('shares below one percent have a digit more', () => {
  expect([0.690777, 0.008674, 1].map(formatShare)).toEqual(['69.1%', '0.87%', '100%']);
});

test('a change needs something to be a change of', () => {
  expect(changeOf(120, 100)).toBeCloseTo(0.2);
  expect(changeOf(120, 0)).toBeUndefined();
  expect(changeOf(null, 100)).toBeUndefined();
  expect(formatChange(-0.105)).toBe('-10.5%');
});

test('instants are told as clocks in the zone show them', () => {
  const written = formatInstant('2026-03-02T23:30:00Z', 'Europe/Berlin');
  expect(written.replaceAll('\u202f', ' ')).toBe('Mar 3, 2026, 12:30:00 AM');
  expect([isTimeZone('Asia/Tokyo'), isTimeZone('Mars/Base'), isTimeZone(null)]).toEqual([
    true,
    false,
    false,
  ]);
});

test('initials of names and of user ids', () => {
  expect(['Mara Lindqvist', 'tom.okafor', 'root'].map(initialsOf)).toEqual(['ML', 'TO', 'R']);
});
