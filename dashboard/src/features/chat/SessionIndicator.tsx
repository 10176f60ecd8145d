import Box from '@mui/material/Box';
import { Money } from '@/components/Money';
import { formatCompact } from '@/lib/numbers';
import { texts } from '@/texts';
import { useSessionUsage } from './ChatContext';

const words = texts.chat.session;

/** What this visit used, in whatever conversation. */
export function SessionIndicator() {
  const { answers, tokens, costUsd } = useSessionUsage();
  return (
    <Box
      component="p"
      title={words.since}
      sx={{ m: 0, mt: 0.75, fontSize: '0.8125rem', textAlign: 'center', color: 'text.secondary' }}
    >
      <strong>{words.label}</strong>
      {': '}
      {answers === 0 ? (
        words.none
      ) : (
        <>
          {words.used(formatCompact(tokens), answers)}
          {' · '}
          <Money usd={costUsd} />
        </>
      )}
    </Box>
  );
}
