import { daysBetween } from './days';
import type { Days } from './periods';

export const GRANULARITIES = ['hourly', 'daily', 'weekly', 'monthly'] as const;

export type Granularity = (typeof GRANULARITIES)[number];

export const isGranularity = (text: string | null): text is Granularity =>
  GRANULARITIES.includes(text as Granularity);

// The API refuses series of more than 2,500 points; two weeks of hours are also all a screen can show.
const MOST_DAYS_BY_HOUR = 14;

const spans: Record<Granularity, (days: number) => boolean> = {
  hourly: (days) => days <= MOST_DAYS_BY_HOUR,
  daily: () => true,
  weekly: (days) => days > 7,
  monthly: (days) => days > 28,
};

/** Those that give more than one point and fewer than too many. */
export function granularitiesOf({ from, to }: Days): Granularity[] {
  return GRANULARITIES.filter((granularity) => spans[granularity](daysBetween(from, to)));
}

export function fittingGranularity(days: Days, wanted: Granularity | undefined): Granularity {
  if (wanted !== undefined && granularitiesOf(days).includes(wanted)) {
    return wanted;
  }
  const length = daysBetween(days.from, days.to);
  if (length <= 2) {
    return 'hourly';
  }
  return length <= 92 ? 'daily' : 'weekly';
}
