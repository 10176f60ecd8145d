import type { Conversation } from '@/api/chatGateway';
import { texts } from '@/texts';

const MOST_CHARACTERS = 80;

export const titleOf = ({ title }: Pick<Conversation, 'title'>): string =>
  title ?? texts.chat.untitled;

/** What a conversation is called by its first message, until somebody calls it otherwise. */
export function titleFor(content: string): string {
  const [line = ''] = content.trim().split('\n', 1);
  const characters = Array.from(line.trim());
  return characters.length <= MOST_CHARACTERS
    ? characters.join('')
    : `${characters
        .slice(0, MOST_CHARACTERS - 1)
        .join('')
        .trimEnd()}…`;
}
