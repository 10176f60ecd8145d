import { locales } from './locale';

function unit(name: 'millisecond' | 'second' | 'minute', digits: number) {
  return new Intl.NumberFormat([...locales], {
    style: 'unit',
    unit: name,
    unitDisplay: 'narrow',
    maximumFractionDigits: digits,
  });
}

const milliseconds = unit('millisecond', 0);
const seconds = unit('second', 2);
const minutes = unit('minute', 1);

/** "640ms", "2.14s", "3.5m" */
export function formatDuration(ms: number): string {
  if (ms < 1_000) {
    return milliseconds.format(ms);
  }
  return ms < 120_000 ? seconds.format(ms / 1_000) : minutes.format(ms / 60_000);
}
