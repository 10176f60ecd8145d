import type { Usd } from '@/lib/money';

const NANO_DIGITS = 9;
const MILLION_DIGITS = 6;

function shifted(amount: Usd, digits: number): [whole: string, fraction: string] {
  const [whole = '0', fraction = ''] = amount.split('.');
  const padded = fraction.padEnd(digits, '0');
  return [whole + padded.slice(0, digits), padded.slice(digits)];
}

/** The amount of the ledger, which has nine decimals, as a whole number of nano-dollars. */
export function nanosOf(recorded: Usd): bigint {
  return BigInt(shifted(recorded, NANO_DIGITS)[0]);
}

/** The price of a million tokens as exactly as that of one is given. */
export function perMillion(unitPrice: Usd): Usd {
  const [whole, fraction] = shifted(unitPrice, MILLION_DIGITS);
  const digits = BigInt(whole).toString();
  return fraction === '' ? digits : `${digits}.${fraction}`;
}
