import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

/** How far from the end one still is at it, in pixels. */
const NEAR = 48;

interface Follow {
  box: RefObject<HTMLDivElement | null>;
  /** The reader has scrolled away from the end. */
  away: boolean;
  onScroll: () => void;
  /** To the end, unless the reader is away from it. */
  follow: () => void;
  toEnd: () => void;
  /** What one reads stays where it is when more comes above it. */
  hold: () => void;
}

/**
 * Keeps the end of a list that grows in sight.
 *
 * @param first changes when more has come above
 */
export function useFollow(first: unknown): Follow {
  const box = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  // What a scroll has found out counts at once, not when the page is drawn next.
  const awayNow = useRef(false);
  const become = useCallback((next: boolean) => {
    awayNow.current = next;
    setAway(next);
  }, []);
  const follow = useCallback(() => {
    if (box.current !== null && !awayNow.current) {
      box.current.scrollTop = box.current.scrollHeight;
    }
  }, []);
  const toEnd = useCallback(() => {
    become(false);
    follow();
  }, [become, follow]);
  const onScroll = useCallback(() => {
    if (box.current !== null) {
      const { scrollHeight, scrollTop, clientHeight } = box.current;
      become(scrollHeight - scrollTop - clientHeight > NEAR);
    }
  }, [become]);
  useEffect(() => {
    // The keyboard of a phone takes half of the room.
    const resized = new ResizeObserver(follow);
    if (box.current !== null) {
      resized.observe(box.current);
    }
    return () => resized.disconnect();
  }, [follow]);
  const below = useRef(0);
  const hold = useCallback(() => {
    if (box.current !== null) {
      below.current = box.current.scrollHeight - box.current.scrollTop;
    }
  }, []);
  useLayoutEffect(() => {
    if (box.current !== null && below.current > 0) {
      box.current.scrollTop = box.current.scrollHeight - below.current;
      below.current = 0;
    }
  }, [first]);
  return { box, away, onScroll, follow, toEnd, hold };
}
