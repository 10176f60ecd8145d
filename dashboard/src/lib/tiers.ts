export type Tier = 'green' | 'amber' | 'red';

const AMBER_FROM = 0.8;

/** Amber from four fifths of the limit on, red when it is reached. Both in the same unit. */
export function tierOf(spent: number, limit: number): Tier {
  if (spent >= limit) {
    return 'red';
  }
  return spent >= limit * AMBER_FROM ? 'amber' : 'green';
}
