import type { Tier } from '@/lib/tiers';

const AMBER_SECONDS = 10;
const RED_SECONDS = 60;

/** By how long it takes to catch up at the present rate; a lag without any reading is a standstill. */
export function lagTier(lag: number, eventsPerSecond: number): Tier {
  if (lag === 0) {
    return 'green';
  }
  const seconds = lag / eventsPerSecond;
  return seconds >= RED_SECONDS ? 'red' : seconds >= AMBER_SECONDS ? 'amber' : 'green';
}
