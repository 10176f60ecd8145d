import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { isDay } from './days';
import { fittingGranularity, type Granularity, isGranularity } from './granularity';
import { isTimeZone } from './instants';
import { changedParams } from './params';
import { type Days, daysOf, isPeriod, type Period } from './periods';

export const GROUPS = ['provider', 'modelName', 'feature'] as const;

export type GroupBy = (typeof GROUPS)[number];

export const METRICS = ['cost', 'tokens', 'requests'] as const;

export type Metric = (typeof METRICS)[number];

export const REFRESH_SECONDS = [30, 60, 300] as const;

export interface Filters extends Days {
  period: Period;
  tz: string;
  feature: string | undefined;
  granularity: Granularity;
  groupBy: GroupBy;
  metric: Metric;
  /** Seconds from one automatic refresh to the next; undefined for none. */
  refresh: (typeof REFRESH_SECONDS)[number] | undefined;
}

/** What a page may write into the address; undefined takes a parameter out of it. */
export type FilterChange = { [Name in keyof Filters]?: string | undefined };

export function readFilters(params: URLSearchParams, timeZone: string, fixedZone = false): Filters {
  const zone = params.get('tz');
  const tz = isTimeZone(zone) && !fixedZone ? zone : timeZone;
  const days = readDays(params, tz);
  const granularity = params.get('granularity');
  return {
    ...days,
    tz,
    feature: params.get('feature') ?? undefined,
    granularity: fittingGranularity(days, isGranularity(granularity) ? granularity : undefined),
    groupBy: GROUPS.find((known) => known === params.get('groupBy')) ?? 'provider',
    metric: METRICS.find((known) => known === params.get('metric')) ?? 'cost',
    refresh: REFRESH_SECONDS.find((known) => String(known) === params.get('refresh')),
  };
}

function readDays(params: URLSearchParams, tz: string): Days & { period: Period } {
  const period = params.get('period');
  const from = params.get('from');
  const to = params.get('to');
  if (period === 'custom' && isDay(from) && isDay(to) && from <= to) {
    return { period, from, to };
  }
  const preset = isPeriod(period) && period !== 'custom' ? period : '30d';
  return { period: preset, ...daysOf(preset, tz) };
}

/**
 * The filters of a page live in its address, so that a link shows to others what oneself sees.
 *
 * @param timeZone of the days, unless the reader chose another
 * @param fixedZone whether the reader cannot choose another
 */
export function useFilters(timeZone: string, fixedZone = false) {
  const [params, setParams] = useSearchParams();
  // Read anew each time: a page that stays open over midnight has another today.
  const filters = readFilters(params, timeZone, fixedZone);
  const change = useCallback(
    (changed: FilterChange) =>
      // A cursor is of the pages of what was filtered for before.
      setParams((before) => changedParams(before, { ...changed, cursor: undefined }), {
        replace: true,
        preventScrollReset: true,
      }),
    [setParams],
  );
  return { filters, change };
}
