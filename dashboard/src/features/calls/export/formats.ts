export const FORMATS = ['csv', 'ndjson', 'focus'] as const;

export type Format = (typeof FORMATS)[number];

const ENDINGS: Record<Format, string> = { csv: '.csv', ndjson: '.ndjson', focus: '.focus.csv' };

const MIME_TYPES: Record<Format, string> = {
  csv: 'text/csv',
  ndjson: 'application/x-ndjson',
  focus: 'text/csv',
};

/** What a line takes on average with the fields of a call; only to say in advance how large a file is. */
const BYTES_PER_CALL: Partial<Record<Format, number>> = { csv: 320, ndjson: 860 };

/** From here on an export takes long enough to say so first. */
const LARGE_CALLS = 100_000;

export const mimeTypeOf = (format: Format): string => MIME_TYPES[format];

export const fileNameOf = (orgId: string, from: string, to: string, format: Format): string =>
  `tokenledger-${orgId}-${from}-${to}${ENDINGS[format]}`;

/** How many bytes are to be expected of a file that is large; FOCUS has a line a day and stays small. */
export function largeSize(format: Format, calls: number): number | undefined {
  const perCall = BYTES_PER_CALL[format];
  return perCall !== undefined && calls >= LARGE_CALLS ? calls * perCall : undefined;
}
