import Box from '@mui/material/Box';
import type { Group } from '@/api/answers';
import { Money } from '@/components/Money';
import { texts } from '@/texts';

type Costly = Pick<Group, 'costUsd' | 'unpricedRequests' | 'requestCount'>;

/** What has no price did not cost nothing: it is not known what it cost. */
export function GroupCost({
  group: { costUsd, unpricedRequests, requestCount },
}: {
  group: Costly;
}) {
  if (unpricedRequests > 0 && unpricedRequests === requestCount && Number(costUsd) === 0) {
    return (
      <Box component="span" sx={{ color: 'warning.main' }}>
        {texts.values.noPrice}
      </Box>
    );
  }
  return <Money usd={costUsd} />;
}
