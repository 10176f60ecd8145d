/** Of the web component, which is loaded without the rest of the catalogue. */
export const embed = {
  label: (conversation: string) => `Usage of conversation ${conversation}`,
  loading: 'Loading usage …',
  waiting: 'Usage is shown after sign-in',
  none: 'No usage yet',
  failed: 'Usage could not be loaded',
  signIn: 'Sign in again to see the usage',
  retry: 'Try again',
  tokens: 'tokens',
  completions: (count: number) => (count === 1 ? 'completion' : 'completions'),
  parts: (prompt: string, completion: string) => `${prompt} prompt, ${completion} completion`,
  cost: 'estimated cost',
};
