import EditNoteOutlined from '@mui/icons-material/EditNoteOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import { visuallyHidden } from '@mui/utils';
import type { Call } from '@/api/answers';
import { Money } from '@/components/Money';
import { texts } from '@/texts';

const names: Record<string, string> = texts.calls.costStatus;
const hints: Record<string, string> = texts.calls.costStatusHint;

const WARNINGS = ['unpriced', 'partial'];

/** How the cost came about. */
export function CostStatus({ status }: { status: string }) {
  return (
    <Box
      component="span"
      title={hints[status]}
      sx={{
        fontSize: '0.75rem',
        fontWeight: 600,
        color: WARNINGS.includes(status) ? 'warning.main' : 'text.secondary',
      }}
    >
      {names[status] ?? status}
    </Box>
  );
}

/** The sign of a cost that is not simply that of a price. */
function Sign({ status }: { status: string }) {
  const warns = WARNINGS.includes(status);
  const Icon = warns ? WarningAmberOutlined : EditNoteOutlined;
  return (
    <Box component="span" title={hints[status]} sx={{ mr: 0.5 }}>
      <Icon
        aria-hidden
        sx={{
          fontSize: 16,
          verticalAlign: 'text-bottom',
          color: warns ? 'warning.main' : 'text.secondary',
        }}
      />
      <span style={visuallyHidden}>{names[status]} </span>
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
      {costStatus !== 'priced' && <Sign status={costStatus} />}
      <Money usd={costUsd} />
    </Box>
  );
}
