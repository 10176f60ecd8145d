import Button from '@mui/material/Button';
import { useState } from 'react';
import { useOrg } from '@/api/OrgContext';
import { may } from '@/api/useMe';
import { ChartCard } from '@/components/ChartCard';
import { LoadMore } from '@/components/LoadMore';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { DataTable } from '@/components/table/DataTable';
import { texts } from '@/texts';
import { useFactors } from '../api/useFactors';
import type { PriceFactor } from '../types';
import { factorColumns } from './columns';
import { EndFactorDialog } from './EndFactorDialog';
import { FactorDialog } from './FactorDialog';
import type { FactorForm } from './rules';

const words = texts.prices.factors;
const EMPTY: FactorForm = { provider: '', models: '', factor: '' };

export function Component() {
  const org = useOrg();
  const factors = useFactors(org.orgId);
  const [editing, setEditing] = useState<FactorForm>();
  const [ending, setEnding] = useState<PriceFactor>();
  const sets = may(org, 'org:prices:write');
  const columns = factorColumns(
    sets
      ? {
          onChange: ({ provider, models, factor }) =>
            setEditing({ provider, models, factor: factor ?? '' }),
          onEnd: setEnding,
        }
      : undefined,
  );
  return (
    <ChartCard
      title={words.title}
      subtitle={words.note}
      actions={sets && <Button onClick={() => setEditing(EMPTY)}>{words.add}</Button>}
    >
      <Loaded query={factors} height={240}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.factors);
          return rows.length === 0 ? (
            <Empty title={words.emptyTitle} detail={words.emptyDetail} />
          ) : (
            <>
              <DataTable
                label={words.title}
                columns={columns}
                rows={rows}
                rowKey={({ id }) => id}
              />
              <LoadMore query={factors} />
            </>
          );
        }}
      </Loaded>
      {editing !== undefined && (
        <FactorDialog orgId={org.orgId} initial={editing} onClose={() => setEditing(undefined)} />
      )}
      {ending !== undefined && (
        <EndFactorDialog orgId={org.orgId} factor={ending} onClose={() => setEnding(undefined)} />
      )}
    </ChartCard>
  );
}
