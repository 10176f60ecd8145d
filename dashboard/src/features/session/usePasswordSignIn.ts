import { useMutation } from '@tanstack/react-query';
import { useApi } from '@/api/ApiContext';
import { answer } from '@/api/clients';
import { useSession } from '@/api/SessionContext';

export interface PasswordCredentials {
  user: string;
  password: string;
}

export function usePasswordSignIn() {
  const api = useApi();
  const { store } = useSession();
  return useMutation({
    mutationFn: (body: PasswordCredentials) => answer(api.query.POST('/auth/login', { body })),
    onSuccess: ({ token }) => store.signedIn(token),
  });
}
