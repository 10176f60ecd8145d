export const currency = {
  label: 'Currency',
  rate: (rate: string, code: string, day: string, source: string) =>
    `1 USD = ${rate} ${code}, of ${day} (${source}). Budgets and prices are in US dollars.`,
  noRate: (code: string, day: string) =>
    `There is no exchange rate of ${code} of ${day} or before; amounts are in US dollars.`,
};
