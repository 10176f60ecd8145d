import { useCallback } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { changedParams } from './params';

/** Kept with the entry of the browser's history; the first page has no cursor. */
interface Trail {
  before?: (string | null)[];
}

export interface CursorPaging {
  cursor: string | undefined;
  /** How many pages come before this one; undefined when one came here by a link. */
  pagesBefore: number | undefined;
  newest: (() => void) | undefined;
  newer: (() => void) | undefined;
  older: (nextCursor: string) => void;
}

/**
 * Pages of which each only knows the one after it. The cursor is in the address, so that a link leads
 * to the page; the way back is known to whom it was the way there.
 */
export function useCursorPaging(): CursorPaging {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation() as { state: Trail | null };
  const cursor = params.get('cursor');
  const before = state?.before ?? [];
  const go = useCallback(
    (to: string | null, trail: (string | null)[]) =>
      setParams((now) => changedParams(now, { cursor: to ?? undefined, call: undefined }), {
        state: { before: trail } satisfies Trail,
      }),
    [setParams],
  );
  const last = before.at(-1);
  return {
    cursor: cursor ?? undefined,
    pagesBefore: cursor === null ? 0 : before[0] === null ? before.length : undefined,
    newest: cursor === null ? undefined : () => go(null, []),
    newer: cursor === null || last === undefined ? undefined : () => go(last, before.slice(0, -1)),
    older: (next) => go(next, cursor === null ? [null] : [...before, cursor]),
  };
}
