import { locales } from './locale';

const MICRO_DECIMALS = 6;
const NANO_DECIMALS = 9;

/** An amount in US dollars as a decimal string, such as "12.345678". */
export type Usd = string;

/** Exact: "9.120450" of 9120450. */
export const usdOfMicros = (micros: number): Usd => decimalOf(BigInt(micros), MICRO_DECIMALS);

/** Exact: "0.009120450" of 9120450. */
export const usdOfNanos = (nanos: number): Usd => decimalOf(BigInt(nanos), NANO_DECIMALS);

function unitsOf(amount: Usd, decimals: number): bigint {
  const [whole = '0', fraction = ''] = amount.split('.');
  return BigInt(whole + fraction.padEnd(decimals, '0'));
}

function decimalOf(units: bigint, decimals: number): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = digits.slice(digits.length - decimals);
  return `${units < 0n ? '-' : ''}${whole}${decimals > 0 ? `.${fraction}` : ''}`;
}

/** The exact sum. */
export function addUsd(one: Usd, other: Usd): Usd {
  const decimals = Math.max(...[one, other].map((amount) => amount.split('.')[1]?.length ?? 0));
  const sum = unitsOf(one, decimals) + unitsOf(other, decimals);
  return decimalOf(sum, decimals);
}

/** What amounts are shown in. */
export interface Currency {
  /** Of ISO 4217. */
  code: string;
  /** Units of it for one dollar, as a decimal string. */
  rate: string;
}

/** What the ledger and all of its answers are in. */
export const DOLLARS: Currency = { code: 'USD', rate: '1' };

/** The exact product of two decimal strings. */
export function multiply(one: string, other: string): string {
  const decimals = (one.split('.')[1]?.length ?? 0) + (other.split('.')[1]?.length ?? 0);
  const product = BigInt(one.replace('.', '')) * BigInt(other.replace('.', ''));
  return decimalOf(product, decimals);
}

/** Exact, as the rate makes it. */
export function convert(amount: Usd, { rate }: Currency): string {
  return rate === DOLLARS.rate ? amount : multiply(amount, rate);
}

/** As many as every browser writes; dollars have no more than twelve. */
const MOST_DIGITS = 20;

/** The forms in which amounts of a currency are written, with the smallest amount that it has coins for. */
function formatsOf(code: string) {
  const inCurrency = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat([...locales], { style: 'currency', currency: code, ...options });
  const decimals = inCurrency({}).resolvedOptions().maximumFractionDigits ?? 2;
  const to = (digits: number) =>
    inCurrency({ minimumFractionDigits: digits, maximumFractionDigits: digits });
  return {
    coin: 10 ** -decimals,
    coins: to(decimals),
    fine: to(decimals + 2),
    finest: to(decimals + 4),
    exact: inCurrency({ minimumFractionDigits: decimals, maximumFractionDigits: MOST_DIGITS }),
    compact: inCurrency({ notation: 'compact', maximumSignificantDigits: 3 }),
  };
}

const formats = new Map<string, ReturnType<typeof formatsOf>>();

function formatsIn({ code }: Currency) {
  const known = formats.get(code) ?? formatsOf(code);
  formats.set(code, known);
  return known;
}

// Intl rounds decimal strings without going through a float.
function write(format: Intl.NumberFormat, amount: string): string {
  return format.format(amount as Intl.StringNumericLiteral);
}

/** Cents from ten of them on, more digits below: the cost of a single call is a fraction of a cent. */
export function formatUsd(usd: Usd, currency: Currency = DOLLARS): string {
  const amount = convert(usd, currency);
  const { coin, coins, fine, finest, exact } = formatsIn(currency);
  const magnitude = Math.abs(Number(amount));
  if (magnitude >= 10 * coin || magnitude === 0) {
    return write(coins, amount);
  }
  if (magnitude >= coin / 10_000) {
    return write(magnitude >= coin ? fine : finest, amount);
  }
  return write(exact, amount);
}

/** All digits, for those who compare with a bill. */
export function formatExactUsd(usd: Usd, currency: Currency = DOLLARS): string {
  return write(formatsIn(currency).exact, convert(usd, currency));
}

/** For axes, where there is room for few digits. */
export function formatCompactUsd(usd: number, currency: Currency = DOLLARS): string {
  return formatsIn(currency).compact.format(usd * Number(currency.rate));
}
