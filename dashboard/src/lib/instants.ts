import { locales } from './locale';

/** "Mar 2, 2026, 10:15:21 AM", as clocks in the zone show it. */
export function formatInstant(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat([...locales], {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone,
  }).format(new Date(instant));
}

/** "Mar 2, 10:15:21 AM", for logs, whose days are in the page's title. */
export function formatSecond(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat([...locales], {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZone,
  }).format(new Date(instant));
}

/** "Mar 2, 10:15 AM" */
export function formatMoment(instant: string, timeZone: string): string {
  return new Intl.DateTimeFormat([...locales], {
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZone,
  }).format(new Date(instant));
}

/** "10:15 AM" */
export function formatTime(instant: string | number, timeZone: string): string {
  return new Intl.DateTimeFormat([...locales], { timeStyle: 'short', timeZone }).format(
    new Date(instant),
  );
}

export function isTimeZone(name: string | null): name is string {
  if (name === null) {
    return false;
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** UTC, which the list of the browser leaves out, first. */
export const timeZones = (): string[] => ['UTC', ...Intl.supportedValuesOf('timeZone')];
