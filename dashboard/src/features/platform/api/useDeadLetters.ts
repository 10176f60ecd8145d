import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import { PLATFORM } from './keys';

const LIMIT = 200;
const DAY_MS = 86_400_000;

/** What was refused in the last day, the oldest first; a page of it. */
export function useDeadLetters() {
  const api = useApi();
  return useQuery({
    queryKey: [...PLATFORM, 'dead-letters'],
    queryFn: () => {
      const from = new Date(Date.now() - DAY_MS).toISOString();
      return answer(
        api.ingest.GET('/v1/dead-letters', { params: { query: { from, limit: String(LIMIT) } } }),
      );
    },
  });
}
