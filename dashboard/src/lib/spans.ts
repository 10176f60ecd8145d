import { formatDay, formatMonth } from './days';
import type { Granularity } from './granularity';
import { locales } from './locale';

/** Writes the start of a span, which is an instant with the offset of the zone it is in. */
export function spanFormat(granularity: Granularity, timeZone: string): (start: string) => string {
  switch (granularity) {
    case 'hourly': {
      const hour = new Intl.DateTimeFormat([...locales], {
        month: 'short',
        day: 'numeric',
        hour: 'numeric',
        timeZone,
      });
      return (start) => hour.format(new Date(start));
    }
    case 'daily':
    case 'weekly':
      return (start) => formatDay(start.slice(0, 10));
    case 'monthly':
      return (start) => formatMonth(start.slice(0, 7));
  }
}
