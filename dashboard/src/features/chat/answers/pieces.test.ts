import { expect, test } from 'vitest';
import { grown, NOTHING, type Pieces, textOf } from './pieces';

const TEXT =
  'One. Two: three!\n\n  const a = 1;\nWhat? …yes.  Version 1.2 of it\n\n\nends here. \n Last';

function inSteps(text: string, step: number): Pieces {
  let pieces = NOTHING;
  for (let start = 0; start < text.length; start += step) {
    pieces = grown(pieces, text.slice(start, start + step));
  }
  return pieces;
}

test('the pieces are the same however the text comes, and joined they are the text', () => {
  const atOnce = grown(NOTHING, TEXT);
  expect(textOf(atOnce)).toBe(TEXT);
  for (let step = 1; step < TEXT.length; step += 1) {
    expect(inSteps(TEXT, step)).toEqual(atOnce);
  }
});

test('a sentence is whole when something follows it', () => {
  expect(grown(NOTHING, 'One. Tw')).toEqual({ whole: ['One. '], growing: 'Tw' });
  expect(grown(NOTHING, 'One. ')).toEqual({ whole: [], growing: 'One. ' });
  expect(grown(NOTHING, 'Version 1.2')).toEqual({ whole: [], growing: 'Version 1.2' });
});

test('what is whole stays the same array while the last piece grows', () => {
  const before = grown(NOTHING, 'One. Tw');
  expect(grown(before, 'o and three').whole).toBe(before.whole);
});
