import Box from '@mui/material/Box';
import { useOrg } from '@/api/OrgContext';
import { ChartCard } from '@/components/ChartCard';
import { LoadMore } from '@/components/LoadMore';
import { PageHeader } from '@/components/PageHeader';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { texts } from '@/texts';
import { useAuditLog } from './api/useAuditLog';
import { EntryItem } from './EntryItem';

const words = texts.audit;

export function Component() {
  const { orgId, name } = useOrg();
  const log = useAuditLog(orgId);
  return (
    <>
      <PageHeader title={words.title} subtitle={words.subtitle(name)} />
      <ChartCard title={words.changes}>
        <Loaded query={log} height={480}>
          {({ pages }) => {
            const entries = pages.flatMap((page) => page.entries);
            return entries.length === 0 ? (
              <Empty title={words.emptyTitle} detail={words.emptyDetail} />
            ) : (
              <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
                {entries.map((entry) => (
                  <EntryItem key={entry.id} entry={entry} />
                ))}
              </Box>
            );
          }}
        </Loaded>
        <LoadMore query={log} />
      </ChartCard>
    </>
  );
}
