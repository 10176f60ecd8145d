import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Asks again for all that begins with the key. Not for pages nobody looks at. */
export function useAutoRefresh(queryKey: QueryKey, seconds: number | undefined): void {
  const queries = useQueryClient();
  const key = JSON.stringify(queryKey);
  useEffect(() => {
    if (seconds === undefined) {
      return;
    }
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') {
        void queries.invalidateQueries({ queryKey: JSON.parse(key) as QueryKey });
      }
    }, seconds * 1_000);
    return () => clearInterval(timer);
  }, [queries, key, seconds]);
}
