import Box from '@mui/material/Box';
import type { Call } from '@/api/answers';
import { Money } from '@/components/Money';
import { texts } from '@/texts';

const names: Record<string, string> = texts.calls.costStatus;
const hints: Record<string, string> = texts.calls.costStatusHint;

const COLOURS: Record<string, string> = { unpriced: 'warning.main', partial: 'warning.main' };

/** How the cost came about, where that is not simply by a price. */
export function CostStatus({ status }: { status: string }) {
  return (
    <Box
      component="span"
      title={hints[status]}
      sx={{ fontSize: '0.75rem', fontWeight: 600, color: COLOURS[status] ?? 'text.secondary' }}
    >
      {names[status] ?? status}
    </Box>
  );
}

/** A cost that is unknown is never shown as an amount. */
export function CallCost({ call: { costUsd, costStatus } }: { call: Call }) {
  if (costStatus === 'unpriced') {
    return <CostStatus status={costStatus} />;
  }
  return (
    <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
      {costStatus !== 'priced' && (
        <>
          <CostStatus status={costStatus} />{' '}
        </>
      )}
      <Money usd={costUsd} />
    </Box>
  );
}
