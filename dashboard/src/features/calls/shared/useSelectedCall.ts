import { useLocation, useSearchParams } from 'react-router';
import { changedParams } from '@/lib/params';

/** The call whose panel is open is in the address, too; the page it is on stays as it is. */
export function useSelectedCall() {
  const [params, setParams] = useSearchParams();
  const location = useLocation();
  const state: unknown = location.state;
  const select = (eventId: string | undefined) =>
    setParams((before) => changedParams(before, { call: eventId }), {
      replace: true,
      preventScrollReset: true,
      state,
    });
  const searchOf = (eventId: string) => `?${changedParams(params, { call: eventId }).toString()}`;
  return { selected: params.get('call') ?? undefined, select, searchOf };
}
