import Box from '@mui/material/Box';
import Chip from '@mui/material/Chip';
import type { ReactNode } from 'react';
import type { Message } from '@/api/chatGateway';
import { Duration } from '@/components/Duration';
import { Money } from '@/components/Money';
import { TokenCount } from '@/components/TokenCount';
import { texts } from '@/texts';
import type { Better } from './compared';

const words = texts.playground.figures;

interface FigureProps {
  label: string;
  /** Why it stands out, if it does. */
  mark?: string | false;
  children: ReactNode;
}

function Figure({ label, mark = false, children }: FigureProps) {
  return (
    <Box sx={{ minWidth: 0 }}>
      <Box component="dt" sx={{ fontSize: '0.8125rem', fontWeight: 600, color: 'text.secondary' }}>
        {label}
      </Box>
      <Box
        component="dd"
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          columnGap: 1,
          m: 0,
          minHeight: 30,
          fontSize: '1.125rem',
          fontWeight: 700,
          overflowWrap: 'anywhere',
        }}
      >
        {children}
        {mark !== false && (
          <Chip
            size="small"
            label={mark}
            sx={{ bgcolor: 'surface.secondaryContainer', color: 'surface.onSecondaryContainer' }}
          />
        )}
      </Box>
    </Box>
  );
}

interface Props {
  model: string;
  /** With what is not known yet left out. */
  message: Message | undefined;
  better: Better;
}

/** What an answer took. Its room is there before it is known. */
export function AnswerFigures({ model, message, better: { cheaper, faster } }: Props) {
  const usage = message?.usage ?? undefined;
  const none = texts.values.none;
  return (
    <Box
      component="dl"
      aria-label={words.label(model)}
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr 1fr', sm: 'repeat(3, 1fr)' },
        gap: 1.5,
        m: 0,
      }}
    >
      <Figure label={words.prompt}>
        {usage === undefined ? none : <TokenCount tokens={usage.promptTokens} />}
      </Figure>
      <Figure label={words.completion}>
        {usage === undefined ? none : <TokenCount tokens={usage.completionTokens} />}
      </Figure>
      <Figure label={words.cost} mark={cheaper && words.cheaper}>
        {usage === undefined ? (
          none
        ) : usage.costUsd === null ? (
          texts.values.noPrice
        ) : (
          <Money usd={usage.costUsd} />
        )}
      </Figure>
      <Figure label={words.first}>
        <Duration ms={message?.timeToFirstTokenMs ?? null} />
      </Figure>
      <Figure label={words.total} mark={faster && words.faster}>
        <Duration ms={message?.durationMs ?? null} />
      </Figure>
    </Box>
  );
}
