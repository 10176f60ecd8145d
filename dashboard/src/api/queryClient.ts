import { QueryClient } from '@tanstack/react-query';
import { statusOf } from './problem';

const RETRIES = 2;

/** A refusal stays one however often it is asked for; a service that restarts answers a moment later. */
function worthRetrying(failures: number, error: Error): boolean {
  const status = statusOf(error);
  return failures < RETRIES && (status === undefined || status === 503);
}

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: worthRetrying, refetchOnWindowFocus: false },
    },
  });
}
