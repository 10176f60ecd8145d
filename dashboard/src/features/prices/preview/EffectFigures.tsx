import Box from '@mui/material/Box';
import { texts } from '@/texts';
import type { Effect } from './effect';
import { Figure } from './Figure';

const words = texts.prices.preview;

function colourOf(difference: string | undefined): string {
  const value = Number(difference ?? 0);
  if (value === 0) {
    return 'text.primary';
  }
  return value > 0 ? 'error.main' : 'success.main';
}

interface Props {
  effect: Effect;
  recordedUsd: string;
}

export function EffectFigures({ effect: { now, then, difference }, recordedUsd }: Props) {
  return (
    <Box
      component="dl"
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: '1fr 1fr',
        m: 0,
      }}
    >
      <Figure label={words.recorded} usd={recordedUsd} />
      <Figure label={words.now} usd={now} />
      <Figure label={words.then} usd={then} emphasis />
      <Figure label={words.difference} usd={difference} emphasis colour={colourOf(difference)} />
    </Box>
  );
}
