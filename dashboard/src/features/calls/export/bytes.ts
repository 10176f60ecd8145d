import { locales } from '@/lib/locale';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const STEP = 1_000;

/** "12.3 MB" */
export function formatBytes(bytes: number): string {
  const power = bytes < STEP ? 0 : Math.floor(Math.log10(bytes) / Math.log10(STEP));
  const index = Math.min(power, UNITS.length - 1);
  return new Intl.NumberFormat([...locales], {
    style: 'unit',
    unit: UNITS[index],
    unitDisplay: 'short',
    maximumSignificantDigits: 3,
  }).format(bytes / STEP ** index);
}
