/** The lines that are rows, as the service counts them: without the header and without empty lines. */
export function rowsOf(csv: string): string[] {
  return csv
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(1);
}
