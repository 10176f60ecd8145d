import { locales } from './locale';

const MICROS_PER_USD = 1_000_000n;

/** An amount in US dollars as a decimal string, such as "12.345678". */
export type Usd = string;

/** Exact: "9.120450" of 9120450. */
export function usdOfMicros(micros: number): Usd {
  const value = BigInt(micros);
  const magnitude = value < 0n ? -value : value;
  const fraction = String(magnitude % MICROS_PER_USD).padStart(6, '0');
  return `${value < 0n ? '-' : ''}${magnitude / MICROS_PER_USD}.${fraction}`;
}

function unitsOf(amount: Usd, decimals: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

/** The exact sum. */
export function addUsd(one: Usd, other: Usd): Usd {
  const decimals = Math.max(...[one, other].map((amount) => amount.split('.')[1]?.length ?? 0));
  const sum = unitsOf(one, decimals) + unitsOf(other, decimals);
  const digits = String(sum < 0n ? -sum : sum).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  return `${sum < 0n ? '-' : ''}${whole}${decimals > 0 ? `.${fraction}` : ''}`;
}

function formatter(fewest: number, most: number) {
  return new Intl.NumberFormat([...locales], {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: fewest,
    maximumFractionDigits: most,
  });
}

const cents = formatter(2, 2);
const fineCents = formatter(4, 4);
const micros = formatter(6, 6);
const exact = formatter(2, 12);
const compact = new Intl.NumberFormat([...locales], {
  style: 'currency',
  currency: 'USD',
  notation: 'compact',
  maximumSignificantDigits: 3,
});

// Intl rounds decimal strings without going through a float.
function write(format: Intl.NumberFormat, amount: Usd): string {
  return format.format(amount as Intl.StringNumericLiteral);
}

/** Cents from ten of them on, more digits below: the cost of a single call is a fraction of a cent. */
export function formatUsd(amount: Usd): string {
  const magnitude = Math.abs(Number(amount));
  if (magnitude >= 0.1 || magnitude === 0) {
    return write(cents, amount);
  }
  if (magnitude >= 0.000001) {
    return write(magnitude >= 0.01 ? fineCents : micros, amount);
  }
  return formatExactUsd(amount);
}

/** All digits, for those who compare with a bill. */
export function formatExactUsd(amount: Usd): string {
  return write(exact, amount);
}

/** For axes, where there is room for few digits. */
export function formatCompactUsd(usd: number): string {
  return compact.format(usd);
}
