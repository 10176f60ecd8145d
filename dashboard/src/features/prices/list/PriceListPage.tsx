import Button from '@mui/material/Button';
import { useState } from 'react';
import { useOrg } from '@/api/OrgContext';
import { may } from '@/api/useMe';
import { ChartCard } from '@/components/ChartCard';
import { LoadMore } from '@/components/LoadMore';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { DataTable } from '@/components/table/DataTable';
import { useParam } from '@/lib/useParam';
import { texts } from '@/texts';
import { usePrices } from '../api/usePrices';
import { priceColumns } from './columns';
import { effectivePrices } from './effective';
import { OtherModelDialog } from './OtherModelDialog';
import { PriceFilterBar } from './PriceFilterBar';

const words = texts.prices.list;

export function Component() {
  const org = useOrg();
  const [q, search] = useParam('q');
  const [provider, chooseProvider] = useParam('provider');
  const [naming, setNaming] = useState(false);
  const prices = usePrices(org.orgId, { q, provider });
  return (
    <>
      <PriceFilterBar filters={{ q, provider }} onSearch={search} onProvider={chooseProvider}>
        {may(org, 'org:prices:write') && (
          <Button onClick={() => setNaming(true)}>{words.add}</Button>
        )}
      </PriceFilterBar>
      {naming && <OtherModelDialog onClose={() => setNaming(false)} />}
      <ChartCard title={texts.prices.tabs.list} subtitle={words.note}>
        <Loaded query={prices} height={640}>
          {({ pages }) => {
            const rows = effectivePrices(pages);
            return rows.length === 0 ? (
              <Empty title={words.emptyTitle} detail={words.emptyDetail} />
            ) : (
              <>
                <DataTable
                  label={texts.prices.tabs.list}
                  columns={priceColumns}
                  rows={rows}
                  rowKey={({ id }) => id}
                />
                <LoadMore query={prices} />
              </>
            );
          }}
        </Loaded>
      </ChartCard>
    </>
  );
}
