import { expect, test } from 'vitest';
import { gpt4oContract, gpt4oHistory, gpt4oList } from '@/test/data/prices';
import { stepsOf } from './steps';

const changesIn = (versions: typeof gpt4oHistory) =>
  stepsOf(versions)[0]?.changes.map(({ component, from, to }) => `${component} ${from} ${to}`);

test('a first contract is compared with what priced the org before', () => {
  expect(changesIn(gpt4oHistory)).toEqual([
    'input 2.5 2',
    'output 10 8',
    'cacheRead 1.25 1',
    'serviceTiers.batch.input 1.25 null',
    'serviceTiers.batch.output 5 null',
  ]);
});

test('an ended contract gives way to everyone’s price', () => {
  const ended = { ...gpt4oContract, effectiveFrom: '2026-03-01T00:00:00Z', rates: null };
  expect(changesIn([ended, gpt4oContract, gpt4oList])).toEqual([
    'input 2 2.5',
    'output 8 10',
    'cacheRead 1 1.25',
    'serviceTiers.batch.input null 1.25',
    'serviceTiers.batch.output null 5',
  ]);
});

test('a correction with the same beginning is compared with what it corrects', () => {
  const corrected = { ...gpt4oContract, id: 'corrected', rates: { input: '2', output: '7' } };
  expect(changesIn([corrected, ...gpt4oHistory])).toEqual(['output 8 7', 'cacheRead 1 null']);
});

test('a version from earlier on is compared with what held then, not with what came later', () => {
  const earlier = { ...gpt4oList, effectiveFrom: '2026-01-10T00:00:00Z', rates: { input: '4' } };
  expect(changesIn([earlier, ...gpt4oHistory])).toContain('input 5 4');
});
