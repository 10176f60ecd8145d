import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { Day } from '@/lib/days';
import { useApi } from './ApiContext';
import { answer } from './clients';
import type { Rate } from './answers';

interface Rates {
  rates: Rate[];
  /** That of the currency which the reader chose; undefined while there is none. */
  chosen: Rate | undefined;
}

/**
 * What a dollar is worth for reports that end on a day.
 *
 * @param on the last day
 */
export function useRates(code: string, on: Day): Rates {
  const api = useApi();
  const { data } = useQuery(
    queryOptions({
      queryKey: ['exchange-rates', on],
      queryFn: () => answer(api.query.GET('/v1/exchange-rates', { params: { query: { on } } })),
      placeholderData: keepPreviousData,
      staleTime: 5 * 60_000,
    }),
  );
  const rates = data?.rates ?? [];
  return { rates, chosen: rates.find((rate) => rate.code === code) };
}
