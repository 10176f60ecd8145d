import { answer } from '@/api/clients';

/** The answer as `types.ts` tells it, which is closer than what is generated. */
export async function priced<T>(call: Promise<{ data?: unknown }>): Promise<T> {
  return (await answer(call)) as T;
}

/** A body whose fields the document does not tell; its generated type lets none through. */
export const untold = (body: object): Record<string, never> => body as Record<string, never>;
