import Button from '@mui/material/Button';
import { useState } from 'react';
import { useOrg } from '@/api/OrgContext';
import { ChartCard } from '@/components/ChartCard';
import { PageHeader } from '@/components/PageHeader';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { DataTable } from '@/components/table/DataTable';
import { texts } from '@/texts';
import { useApiTokens } from './api/useApiTokens';
import { columns } from './columns';
import { CreateDialog } from './CreateDialog';

const words = texts.tokens;

export function Component() {
  const { orgId, name } = useOrg();
  const tokens = useApiTokens(orgId);
  const [creating, setCreating] = useState(false);
  return (
    <>
      <PageHeader
        title={words.title}
        subtitle={words.subtitle(name)}
        actions={
          <Button variant="contained" onClick={() => setCreating(true)}>
            {words.create}
          </Button>
        }
      />
      <ChartCard title={words.title}>
        <Loaded query={tokens} height={320}>
          {({ apiTokens }) =>
            apiTokens.length === 0 ? (
              <Empty title={words.emptyTitle} detail={words.emptyDetail} />
            ) : (
              <DataTable
                label={words.title}
                columns={columns}
                rows={apiTokens}
                rowKey={({ tokenId }) => tokenId}
              />
            )
          }
        </Loaded>
      </ChartCard>
      {creating && <CreateDialog onClose={() => setCreating(false)} />}
    </>
  );
}
