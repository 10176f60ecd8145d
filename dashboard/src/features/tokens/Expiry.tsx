import Box from '@mui/material/Box';
import { useState } from 'react';
import { useOrg } from '@/api/OrgContext';
import { formatFullDay, today } from '@/lib/days';
import { texts } from '@/texts';

const SOON_MS = 14 * 86_400_000;

/** The day a token ends; said in words, too, when it has ended or is about to. */
export function Expiry({ instant }: { instant: string }) {
  const { timeZone } = useOrg();
  const [now] = useState(() => Date.now());
  const left = Date.parse(instant) - now;
  return (
    <>
      {formatFullDay(today(timeZone, new Date(instant)))}
      {left < SOON_MS && (
        <Box
          sx={{
            fontSize: '0.8125rem',
            fontWeight: 600,
            color: left < 0 ? 'error.main' : 'warning.main',
          }}
        >
          {left < 0 ? texts.tokens.expired : texts.tokens.soon}
        </Box>
      )}
    </>
  );
}
