import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { Call } from '@/api/answers';
import { Duration } from '@/components/Duration';
import { providerName } from '@/lib/names';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import { CallCost } from './CallCost';
import { CallTime } from './CallTime';
import { StatusChip } from './StatusChip';

function CallCard({ call }: { call: Call }) {
  return (
    <Box
      component="li"
      sx={{ py: 1.5, borderTop: 1, borderColor: 'divider', '&:first-of-type': { borderTop: 0 } }}
    >
      <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 1 }}>
        <CallTime call={call} />
        <CallCost call={call} />
      </Stack>
      <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
        {call.modelName}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {providerName(call.provider)}
        {call.activity !== null && ` · ${call.activity}`}
      </Typography>
      <Stack direction="row" sx={{ justifyContent: 'space-between', gap: 1, mt: 0.5 }}>
        <Typography variant="body2" color="textSecondary">
          {texts.calls.tokens(formatCount(call.totalTokens))} · <Duration ms={call.durationMs} />
        </Typography>
        <Typography variant="body2" component="div">
          <StatusChip call={call} />
        </Typography>
      </Stack>
    </Box>
  );
}

/** The log where a table has no room. */
export function CallCards({ calls }: { calls: Call[] }) {
  return (
    <Box component="ul" aria-label={texts.calls.table} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {calls.map((call) => (
        <CallCard key={call.eventId} call={call} />
      ))}
    </Box>
  );
}
