import { useQuery } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import { PLATFORM } from './keys';

/** How fast events come in, and how far behind their reading is. */
export function useIntake() {
  const api = useApi();
  return useQuery({
    queryKey: [...PLATFORM, 'intake'],
    queryFn: () => answer(api.ingest.GET('/v1/intake')),
  });
}
