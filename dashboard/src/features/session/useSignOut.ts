import { useQueryClient } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { useSession } from '@/api/SessionContext';

export function useSignOut() {
  const api = useApi();
  const queries = useQueryClient();
  const { config, store } = useSession();
  return async () => {
    try {
      if (config.signIn === 'password') {
        await api.query.POST('/auth/logout');
      }
    } finally {
      store.left();
      // What one person saw must not be there for the next.
      queries.clear();
    }
  };
}
