import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { ConversationUsage } from '@/api/answers';
import { answer, type Api } from '@/api/clients';
import { statusOf } from '@/api/problem';

export type UsageSoFar = Pick<ConversationUsage, 'totals' | 'completions' | 'costUsd'>;

/** Of a conversation of which no call has ended. */
export const NONE: UsageSoFar = {
  totals: { promptTokens: 0, completionTokens: 0, totalTokens: 0 },
  completions: 0,
  costUsd: '0.000000000',
};

/** What the ledger has of a conversation. */
export const usageQuery = (api: Api, orgId: string, id: string) =>
  queryOptions({
    queryKey: ['org', orgId, 'chat', 'usage', id],
    queryFn: (): Promise<UsageSoFar> =>
      answer(api.query.GET('/conversations/{id}/usage', { params: { path: { id } } })).catch(
        (error: unknown) => {
          if (statusOf(error) === 404) {
            return NONE;
          }
          throw error;
        },
      ),
  });

/** Within two seconds as a rule; an answer that was stopped may be read on for a minute. */
const PAUSES_MS = [
  100, 150, 250, 250, 250, 250, 500, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 20_000,
];

/** A call is in the ledger a moment after it ended: asks until it is. */
export async function awaitUsage(
  queries: QueryClient,
  query: ReturnType<typeof usageQuery>,
  completions: number,
): Promise<void> {
  for (const pause of PAUSES_MS) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    const usage = await queries.query({ ...query, staleTime: 0 }).catch(() => undefined);
    if ((usage?.completions ?? 0) >= completions) {
      return;
    }
  }
}
