import { type Day, daysBetween, firstOfMonth } from '@/lib/days';
import type { Tier } from '@/lib/tiers';

function daysInMonth(day: Day): number {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();
}

/**
 * What the month will have cost if it goes on as it went, in dollars. Today counts as half a day: on
 * average that much of it has passed.
 */
export function projected(spent: number, today: Day): number {
  const passed = daysBetween(firstOfMonth(today), today) - 0.5;
  return (spent / passed) * daysInMonth(today);
}

/**
 * Without a budget there is still a measure: what the period before cost. A fifth more is amber, half
 * more red.
 */
export function tierAgainstBefore(now: number, before: number): Tier | undefined {
  if (before === 0) {
    return undefined;
  }
  return now >= before * 1.5 ? 'red' : now >= before * 1.2 ? 'amber' : 'green';
}
