import ArrowForward from '@mui/icons-material/ArrowForward';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { HiddenText } from '@/components/HiddenText';
import { texts } from '@/texts';
import { PriceText } from './PriceText';
import { componentName, perMillion } from './rates/components';
import type { Change } from './types';

const FIRST = 6;

function Side({ price }: { price: string | null }) {
  return price === null ? (
    <Box component="span" sx={{ color: 'text.secondary' }}>
      {texts.prices.model.noPrice}
    </Box>
  ) : (
    <PriceText price={price} />
  );
}

function ChangeItem({ change: { component, from, to } }: { change: Change }) {
  return (
    <Box
      component="li"
      sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center' }}
    >
      <Box component="span" sx={{ minWidth: { xs: 120, sm: 150 }, color: 'text.secondary' }}>
        {componentName(component)}
      </Box>
      {/* Stay in one line: from what to what. */}
      <Box component="span" sx={{ display: 'inline-flex', columnGap: 1, alignItems: 'center' }}>
        <Side price={from} />
        <ArrowForward aria-hidden sx={{ fontSize: 16, color: 'text.secondary' }} />
        <HiddenText>{texts.prices.model.to}</HiddenText>
        <Box component="span" sx={{ fontWeight: 600 }}>
          <Side price={to} />
        </Box>
      </Box>
      <Box
        component="span"
        sx={{
          // Most prices are for tokens: where there is little room, only others are marked.
          display: { xs: perMillion(component) ? 'none' : 'inline', sm: 'inline' },
          color: 'text.secondary',
          fontSize: '0.8125rem',
        }}
      >
        {perMillion(component) ? texts.prices.perMillion : texts.prices.each}
      </Box>
    </Box>
  );
}

/** Which prices are others than before. */
export function ChangeList({ changes }: { changes: Change[] }) {
  const [all, setAll] = useState(false);
  const shown = all ? changes : changes.slice(0, FIRST);
  return (
    <>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, fontSize: '0.875rem' }}>
        {shown.map((change) => (
          <ChangeItem key={change.component} change={change} />
        ))}
      </Box>
      {shown.length < changes.length && (
        <Button size="small" onClick={() => setAll(true)}>
          {texts.prices.model.allChanges(changes.length - shown.length)}
        </Button>
      )}
    </>
  );
}
