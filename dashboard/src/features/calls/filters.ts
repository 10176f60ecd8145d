import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import type { CallsQuery } from '@/api/useCalls';
import { changedParams, type ParamChange } from '@/lib/params';
import { type FilterChange, useFilters } from '@/lib/useFilters';

/** Filters of single calls, named in the address as in the API. Exports do not know these. */
export const CALL_ONLY_FILTERS = ['activity', 'userId', 'success', 'conversationId'] as const;

/** What the bar shows behind "More filters". */
export const MORE_FILTERS = ['provider', 'modelName', ...CALL_ONLY_FILTERS] as const;

export type MoreFilter = (typeof MORE_FILTERS)[number];

export type CallFilters = Partial<Record<MoreFilter, string>>;

function readCallFilters(params: URLSearchParams): CallFilters {
  const given = MORE_FILTERS.map((name) => [name, params.get(name)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== null && value !== ''));
}

export function useCallFilters(timeZone: string) {
  const [params, setParams] = useSearchParams();
  const { filters } = useFilters(timeZone);
  const more = useMemo(() => readCallFilters(params), [params]);
  const { from, to, tz, feature } = filters;
  const query: CallsQuery = useMemo(
    () => ({ from, to, tz, feature, ...more }),
    [from, to, tz, feature, more],
  );
  const change = useCallback(
    (changed: FilterChange | ParamChange) =>
      setParams(
        // A page of other calls is none of these, and the call that was looked at may not be among them.
        (before) => changedParams(before, { ...changed, cursor: undefined, call: undefined }),
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  const clear = useCallback(
    () => change(Object.fromEntries(['feature', ...MORE_FILTERS].map((name) => [name, undefined]))),
    [change],
  );
  return { filters, more, query, change, clear };
}
