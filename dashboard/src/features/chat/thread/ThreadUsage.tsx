import { useQuery } from '@tanstack/react-query';
import Box from '@mui/material/Box';
import { useApi } from '@/api/ApiContext';
import type { Conversation } from '@/api/chatGateway';
import { UsageChips } from '@/components/UsageChips';
import { texts } from '@/texts';
import { usageQuery } from '../api/usageSoFar';

/** What the ledger has of the conversation; it changes when an answer has been counted. */
export function ThreadUsage({ id, orgId }: Pick<Conversation, 'id' | 'orgId'>) {
  const { data } = useQuery(usageQuery(useApi(), orgId, id));
  return (
    <Box role="group" aria-label={texts.chat.usage} sx={{ minHeight: 24 }}>
      {data !== undefined && <UsageChips usage={data} />}
    </Box>
  );
}
