import type { Api } from '@/api/clients';
import { answer } from '@/api/clients';
import { statusOf } from '@/api/problem';
import type { SessionStore } from './sessionStore';

/** The cookie of a sign-in by password outlives the page; it is good for a new token and nothing else. */
export async function restore(api: Api, store: SessionStore): Promise<void> {
  try {
    const { token } = await answer(api.query.POST('/auth/session'));
    store.signedIn(token);
  } catch (error) {
    if (statusOf(error) === undefined) {
      throw error;
    }
  }
}
