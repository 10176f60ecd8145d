/** What a page may write into its address; undefined takes a parameter out of it. */
export type ParamChange = Partial<Record<string, string>>;

export function changedParams(before: URLSearchParams, changed: object): URLSearchParams {
  const after = new URLSearchParams(before);
  for (const [name, value] of Object.entries(changed as ParamChange)) {
    if (value === undefined || value === '') {
      after.delete(name);
    } else {
      after.set(name, value);
    }
  }
  return after;
}
