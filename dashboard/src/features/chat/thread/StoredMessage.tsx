import { memo, useMemo } from 'react';
import type { Message } from '@/api/chatGateway';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';
import { grown, NOTHING } from '../answers/pieces';
import { AnswerFootnote } from './AnswerFootnote';
import { Question, Reply } from './bubbles';
import { GrowingText } from './GrowingText';
import { Waiting } from './Waiting';

const words = texts.chat;

/** A message as the gateway keeps it. */
export const StoredMessage = memo(function StoredMessage({ message }: { message: Message }) {
  const { role, content, state, error } = message;
  const model = message.model ?? words.model;
  const pieces = useMemo(() => grown(NOTHING, content), [content]);
  if (role === 'user') {
    return <Question content={content} />;
  }
  return (
    <Reply model={model}>
      {content === '' && state === 'running' && <Waiting label={words.waiting(model)} />}
      {content !== '' && <GrowingText pieces={pieces} growing={false} />}
      {(state === 'failed' || error !== null) && (
        <Notice severity="error">{error ?? words.failed}</Notice>
      )}
      <AnswerFootnote message={message} />
    </Reply>
  );
});
