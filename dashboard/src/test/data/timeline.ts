import type { Timeline } from '@/api/answers';
import { totals } from './totals';

const DAYS = ['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'];
const COSTS: Record<string, string[]> = {
  anthropic: ['24.5', '26.125', '9.75', '31.25'],
  openai: ['13.5', '14.25', '6.5', '15.125'],
};

/** Four days; grouped, of two series that add up to the ungrouped one. */
export function timeline(groupBy: string | null): Timeline {
  const groups = groupBy === null ? [null] : ['anthropic', 'openai'];
  return {
    granularity: 'daily',
    tz: 'Europe/Berlin',
    groupBy,
    from: '2026-02-27',
    to: '2026-03-02',
    totals: totals('141', 4200),
    points: DAYS.flatMap((date, index) =>
      groups.map((group) => ({
        start: `${date}T00:00:00+01:00`,
        end: `${date}T24:00:00+01:00`,
        date,
        group,
        ...totals(group === null ? sum(index) : (COSTS[group]?.[index] ?? '0'), 1050),
      })),
    ),
  };
}

const sum = (index: number): string =>
  String(Object.values(COSTS).reduce((total, costs) => total + Number(costs[index]), 0));
