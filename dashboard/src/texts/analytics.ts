export const analytics = {
  title: 'Usage & cost',
  subtitle: (org: string, days: string) => `${org} · ${days}`,
  cards: {
    cost: 'Estimated cost',
    requests: 'Requests',
    input: 'Input tokens',
    output: 'Output tokens',
    latency: 'Average latency',
    errors: 'Error rate',
    cached: (share: string) => `${share} cached`,
    reasoning: (share: string) => `${share} reasoning`,
    p95: (duration: string) => `p95 ${duration}`,
  },
};
