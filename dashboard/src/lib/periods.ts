import { addDays, type Day, firstOfMonth, today } from './days';

export const PERIODS = ['today', '7d', '30d', 'month', 'custom'] as const;

export type Period = (typeof PERIODS)[number];

export interface Days {
  from: Day;
  to: Day;
}

export const isPeriod = (text: string | null): text is Period => PERIODS.includes(text as Period);

/** The days of a preset as of now in the zone; custom is what the reader chose. */
export function daysOf(period: Exclude<Period, 'custom'>, timeZone: string, now?: Date): Days {
  const to = today(timeZone, now);
  switch (period) {
    case 'today':
      return { from: to, to };
    case '7d':
      return { from: addDays(to, -6), to };
    case '30d':
      return { from: addDays(to, -29), to };
    case 'month':
      return { from: firstOfMonth(to), to };
  }
}
