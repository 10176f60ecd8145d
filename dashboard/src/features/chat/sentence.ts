import { Problem } from '@/api/problem';
import { texts } from '@/texts';

/** Why it did not succeed: what the gateway says, as it says it. */
export function sentenceOf(error: Error): string {
  // What fetch throws is written for who reads its source.
  return error instanceof Problem || error.name === 'Error'
    ? error.message
    : texts.chat.unreachable;
}
