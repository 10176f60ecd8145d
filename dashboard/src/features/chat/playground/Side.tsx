import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';
import { type Answer, type AnswerStore, isOpen } from '../answers/answer';
import { useAnswer } from '../ChatContext';
import { sentenceOf } from '../sentence';
import { ModelField } from '../settings/ModelField';
import { GrowingText } from '../thread/GrowingText';
import { Waiting } from '../thread/Waiting';
import { AnswerFigures } from './AnswerFigures';
import { better } from './compared';

const words = texts.playground;

interface Props {
  /** Which of the two it is. */
  label: string;
  models: readonly string[];
  model: string;
  onModel: (model: string) => void;
  /** Undefined before anything was asked. */
  answer: AnswerStore | undefined;
  other: AnswerStore | undefined;
}

function AnswerText({ answer, model }: { answer: Answer; model: string }) {
  const { state, pieces, error, message } = answer;
  return (
    <>
      {state === 'asked' ? (
        <Waiting label={texts.chat.waiting(model)} />
      ) : (
        <GrowingText pieces={pieces} growing={isOpen(answer)} />
      )}
      {state === 'stopped' && (
        <Typography variant="body2" color="textSecondary" sx={{ mt: 1 }}>
          {texts.chat.stopped}
        </Typography>
      )}
      {error !== undefined && (
        <Notice severity="error">{message?.error ?? sentenceOf(error)}</Notice>
      )}
    </>
  );
}

/** One model: which it is, what it answers, and what that took. */
export function Side({ label, models, model, onModel, answer: store, other: otherStore }: Props) {
  const answer = useAnswer(store);
  const other = useAnswer(otherStore);
  const asked = answer?.message?.model ?? model;
  return (
    <Card
      component="section"
      aria-label={label}
      sx={{ display: 'flex', flexDirection: 'column', gap: 2, minWidth: 0, p: { xs: 2, sm: 2.5 } }}
    >
      <ModelField label={label} models={models} value={model} onChange={onModel} />
      <AnswerFigures
        model={asked}
        message={answer?.message}
        better={better(answer?.message, other?.message)}
      />
      <Box
        role="log"
        aria-label={words.answerOf(asked)}
        sx={{ flexGrow: 1, minHeight: 120, pt: 2, borderTop: 1, borderColor: 'divider' }}
      >
        {answer === undefined ? (
          <Typography color="textSecondary">{words.empty}</Typography>
        ) : (
          <AnswerText answer={answer} model={asked} />
        )}
      </Box>
    </Card>
  );
}
