import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { ConversationUsage } from '@/api/answers';
import { Duration } from '@/components/Duration';
import { Money } from '@/components/Money';
import { TokenCount } from '@/components/TokenCount';
import { texts } from '@/texts';

const t = texts.conversations.figures;

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Card sx={{ p: 2 }}>
      <Typography
        component="dt"
        variant="body2"
        color="textSecondary"
        sx={{ fontWeight: 600 }}
        noWrap
      >
        {label}
      </Typography>
      <Typography component="dd" sx={{ m: 0, fontSize: '1.5rem', fontWeight: 700 }}>
        {children}
      </Typography>
    </Card>
  );
}

/** What the whole conversation came to. */
export function Figures({ usage }: { usage: ConversationUsage }) {
  const { totals, completions, estimatedCostMicros, avgDurationMs, p95DurationMs } = usage;
  return (
    <Box
      component="dl"
      aria-label={t.label}
      sx={{
        display: 'grid',
        gap: 2,
        m: 0,
        mb: 2.5,
        gridTemplateColumns: 'repeat(auto-fit, minmax(9.5rem, 1fr))',
      }}
    >
      <Figure label={t.cost}>
        <Money micros={estimatedCostMicros} />
      </Figure>
      <Figure label={t.total}>
        <TokenCount tokens={totals.totalTokens} />
      </Figure>
      <Figure label={t.prompt}>
        <TokenCount tokens={totals.promptTokens} />
      </Figure>
      <Figure label={t.completion}>
        <TokenCount tokens={totals.completionTokens} />
      </Figure>
      <Figure label={t.completions}>
        <TokenCount tokens={completions} />
      </Figure>
      <Figure label={t.average}>
        <Duration ms={avgDurationMs} />
      </Figure>
      <Figure label={t.p95}>
        <Duration ms={p95DurationMs} />
      </Figure>
    </Box>
  );
}
