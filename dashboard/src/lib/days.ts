import { locales } from './locale';

/** A calendar day as the API writes it: "2026-03-02". */
export type Day = string;

const DAY_MS = 86_400_000;

const utc = (day: Day): Date => new Date(`${day}T00:00:00Z`);

/** The day it is in a time zone; the Swedish locale writes days as ISO 8601 does. */
export function today(timeZone: string, now = new Date()): Day {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(now);
}

export function addDays(day: Day, days: number): Day {
  return new Date(utc(day).getTime() + days * DAY_MS).toISOString().slice(0, 10);
}

export const firstOfMonth = (day: Day): Day => `${day.slice(0, 7)}-01`;

/** Both inclusive. */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / DAY_MS) + 1;
}

export function isDay(text: string | null): text is Day {
  return text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(utc(text).getTime());
}

const shortDay = new Intl.DateTimeFormat([...locales], {
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});
const longDay = new Intl.DateTimeFormat([...locales], { dateStyle: 'medium', timeZone: 'UTC' });
const month = new Intl.DateTimeFormat([...locales], {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** "Mar 2" */
export const formatDay = (day: Day): string => shortDay.format(utc(day));

/** "Mar 2, 2026" */
export const formatFullDay = (day: Day): string => longDay.format(utc(day));

/** "Feb 1 – Mar 2, 2026" */
export const formatDays = (from: Day, to: Day): string => longDay.formatRange(utc(from), utc(to));

/** "March 2026" of "2026-03" */
export const formatMonth = (yearMonth: string): string => month.format(utc(`${yearMonth}-01`));
