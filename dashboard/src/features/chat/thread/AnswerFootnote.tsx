import Box from '@mui/material/Box';
import type { Message } from '@/api/chatGateway';
import { Duration } from '@/components/Duration';
import { Money } from '@/components/Money';
import { formatCompact, formatCount } from '@/lib/numbers';
import { texts } from '@/texts';

const words = texts.chat;

/** What one answer took; nothing while that is not known. */
export function AnswerFootnote({
  message: { usage, durationMs, state, error },
}: {
  message: Message;
}) {
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        columnGap: 1.5,
        mt: 0.5,
        fontSize: '0.8125rem',
        color: 'text.secondary',
      }}
    >
      {state === 'interrupted' && error === null && <span>{words.stopped}</span>}
      {usage !== null && (
        <>
          <span
            title={words.answer.parts(
              formatCount(usage.promptTokens),
              formatCount(usage.completionTokens),
            )}
          >
            {words.answer.tokens(formatCompact(usage.totalTokens))}
          </span>
          {usage.costUsd === null ? (
            <span>{words.answer.noPrice}</span>
          ) : (
            <Money usd={usage.costUsd} />
          )}
        </>
      )}
      {durationMs !== null && <Duration ms={durationMs} />}
    </Box>
  );
}
