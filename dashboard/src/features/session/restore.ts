import type { Api } from '@/api/clients';
import { answer } from '@/api/clients';
import { statusOf } from '@/api/problem';
import type { SessionStore } from '@/api/sessionStore';

/** The cookie of a sign-in by password outlives the page; it is good for a new token and nothing else. */
export async function restore(api: Api, store: SessionStore): Promise<void> {
  try {
    // Without a cookie there is nothing, which the generated types do not tell.
    const session = await answer<{ token: string } | undefined>(api.query.POST('/auth/session'));
    if (session !== undefined) {
      store.signedIn(session.token);
    }
  } catch (error) {
    if (statusOf(error) === undefined) {
      throw error;
    }
  }
}
