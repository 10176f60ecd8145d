/**
 * A text that grows, in pieces that do not change any more, sentence by sentence and line by line, and
 * the one that still does. Joined, they are the text. So a long answer is not drawn anew with every word,
 * and whoever listens hears sentences, not fragments.
 */
export interface Pieces {
  whole: readonly string[];
  growing: string;
}

export const NOTHING: Pieces = { whole: [], growing: '' };

/** Of a sentence or a line. It is known when something follows, however the text comes. */
const ENDS = /(?:[.!?:]\s+|\n\s*)(?=\S)/g;

export function grown({ whole, growing }: Pieces, more: string): Pieces {
  const text = growing + more;
  const complete: string[] = [];
  let start = 0;
  for (const { 0: end, index } of text.matchAll(ENDS)) {
    complete.push(text.slice(start, index + end.length));
    start = index + end.length;
  }
  return {
    whole: complete.length === 0 ? whole : [...whole, ...complete],
    growing: text.slice(start),
  };
}

export const textOf = ({ whole, growing }: Pieces): string => whole.join('') + growing;
