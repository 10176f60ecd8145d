import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useLayoutEffect } from 'react';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';
import { isOpen } from '../answers/answer';
import type { Asked } from '../answers/chats';
import { useAnswer } from '../ChatContext';
import { sentenceOf } from '../sentence';
import { Question, Reply } from './bubbles';
import { GrowingText } from './GrowingText';
import { Waiting } from './Waiting';

interface Props {
  asked: Asked;
  /** Who is asked. */
  model: string;
  /** Called when it has become longer. */
  onGrown: () => void;
  /** Asks the same once more. */
  onAgain: () => void;
}

interface NotTakenProps {
  /** Undefined where it was stopped. */
  error: Error | undefined;
  onAgain: () => void;
}

/** The gateway has nothing of it. */
function NotTaken({ error, onAgain }: NotTakenProps) {
  return (
    <Box component="li">
      <Notice
        severity={error === undefined ? 'info' : 'error'}
        action={
          <Button color="inherit" size="small" onClick={onAgain}>
            {texts.states.retry}
          </Button>
        }
      >
        {error === undefined ? texts.chat.stopped : sentenceOf(error)}
      </Notice>
    </Box>
  );
}

/** What was asked, and the answer while it comes. They alone are drawn with every word. */
export function LiveExchange({ asked, model, onGrown, onAgain }: Props) {
  const { content, answer: store } = asked;
  const answer = useAnswer(store);
  const { state, pieces, error, message } = answer;
  useLayoutEffect(onGrown, [pieces, state, onGrown]);
  const who = message?.model ?? model;
  return (
    <>
      <Question content={content} />
      {message === undefined && !isOpen(answer) ? (
        <NotTaken error={error} onAgain={onAgain} />
      ) : (
        <Reply model={who}>
          {state === 'asked' ? (
            <Waiting label={texts.chat.waiting(who)} />
          ) : (
            <GrowingText pieces={pieces} growing={isOpen(answer)} />
          )}
          {error !== undefined && <Notice severity="error">{sentenceOf(error)}</Notice>}
        </Reply>
      )}
    </>
  );
}
