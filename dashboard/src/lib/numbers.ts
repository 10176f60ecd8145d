import { locales } from './locale';

const whole = new Intl.NumberFormat([...locales], { maximumFractionDigits: 0 });
const decimal = new Intl.NumberFormat([...locales], { maximumFractionDigits: 2 });
const compact = new Intl.NumberFormat([...locales], {
  notation: 'compact',
  maximumSignificantDigits: 3,
});
const percent = new Intl.NumberFormat([...locales], { style: 'percent', maximumFractionDigits: 1 });
const finePercent = new Intl.NumberFormat([...locales], {
  style: 'percent',
  maximumFractionDigits: 2,
});
const signedPercent = new Intl.NumberFormat([...locales], {
  style: 'percent',
  maximumFractionDigits: 1,
  signDisplay: 'exceptZero',
});
const rate = new Intl.NumberFormat([...locales], { maximumFractionDigits: 1 });

/** "0.75" */
export const formatDecimal = (value: number): string => decimal.format(value);

/** "1,730,400" */
export const formatCount = (count: number): string => whole.format(count);

/** "1.73M" */
export const formatCompact = (count: number): string => compact.format(count);

/** "69.1%" of 0.690777; below one percent with two digits, as error rates are. */
export const formatShare = (share: number): string =>
  (share < 0.01 ? finePercent : percent).format(share);

/** "+8.4%" of 0.084 */
export const formatChange = (change: number): string => signedPercent.format(change);

/** "12.5" */
export const formatRate = (perSecond: number): string => rate.format(perSecond);

/** How much more than before, as a part of before; undefined where nothing was before. */
export function changeOf(now: number | null, before: number | null): number | undefined {
  if (now === null || before === null || before === 0) {
    return undefined;
  }
  return (now - before) / before;
}
