import type { Call } from '@/api/answers';
import { implementer } from './calls';

/** A call, of which only some fields matter. */
export function call(eventId: string, given: Partial<Call> = {}): Call {
  return { ...implementer, eventId, ...given };
}
