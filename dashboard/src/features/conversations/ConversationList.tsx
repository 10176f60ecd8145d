import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { Link as RouterLink } from 'react-router';
import type { ConversationUsage } from '@/api/answers';
import { Duration } from '@/components/Duration';
import { formatMoment } from '@/lib/instants';
import { useParam } from '@/lib/useParam';
import { texts } from '@/texts';
import { UsageChips } from '@/components/UsageChips';

const words = texts.conversations;

interface RowProps {
  usage: ConversationUsage;
  tz: string;
}

function Row({ usage, tz }: RowProps) {
  const { conversationId, lastMessageAt, avgDurationMs } = usage;
  const [currency] = useParam('currency');
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: '1fr auto', md: 'minmax(0, 1fr) auto 6.5rem' },
        alignItems: 'center',
        columnGap: 2,
        rowGap: 1,
        py: 1.5,
        borderTop: 1,
        borderColor: 'divider',
        '&:first-of-type': { borderTop: 0 },
      }}
    >
      <Box sx={{ minWidth: 0 }}>
        <Link
          component={RouterLink}
          to={{
            pathname: encodeURIComponent(conversationId),
            search: currency && `?${new URLSearchParams({ currency })}`,
          }}
          sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
        >
          {conversationId}
        </Link>
        <Typography variant="body2" color="textSecondary">
          {words.lastMessage(formatMoment(lastMessageAt, tz))}
        </Typography>
      </Box>
      <Box sx={{ gridColumn: { xs: '1 / -1', md: 'auto' }, order: { xs: 1, md: 0 } }}>
        <UsageChips usage={usage} />
      </Box>
      <Typography variant="body2" color="textSecondary" sx={{ textAlign: 'right' }}>
        {words.average} <Duration ms={avgDurationMs} />
      </Typography>
    </Box>
  );
}

interface Props {
  conversations: ConversationUsage[];
  tz: string;
}

export function ConversationList({ conversations, tz }: Props) {
  return (
    <Box component="ul" aria-label={words.list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {conversations.map((usage) => (
        <Row key={usage.conversationId} usage={usage} tz={tz} />
      ))}
    </Box>
  );
}
