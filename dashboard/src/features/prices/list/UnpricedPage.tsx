import Button from '@mui/material/Button';
import { createColumnHelper } from '@tanstack/react-table';
import { Link } from 'react-router';
import type { UnpricedModel } from '@/api/answers';
import { useOrg } from '@/api/OrgContext';
import { ChartCard } from '@/components/ChartCard';
import { HiddenText } from '@/components/HiddenText';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { DataTable } from '@/components/table/DataTable';
import { TokenCount } from '@/components/TokenCount';
import { formatInstant } from '@/lib/instants';
import { providerName } from '@/lib/names';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import { useUnpriced } from '../api/useUnpriced';
import { modelPath } from '@/lib/pricePaths';

const words = texts.prices.unpriced;

function SetPriceLink({ model }: { model: UnpricedModel }) {
  return (
    <Button
      size="small"
      variant="contained"
      component={Link}
      to={`${modelPath(useOrg().orgId, model)}?edit=contract`}
      aria-label={words.setFor(model.modelName)}
      sx={{ whiteSpace: 'nowrap' }}
    >
      {words.set}
    </Button>
  );
}

function Seen({ model: { firstSeen, lastSeen } }: { model: UnpricedModel }) {
  const { timeZone } = useOrg();
  return (
    <>
      {formatInstant(firstSeen, timeZone)}
      <br />
      {formatInstant(lastSeen, timeZone)}
    </>
  );
}

const column = createColumnHelper<UnpricedModel>();

const columns = [
  column.accessor('modelName', { header: texts.prices.list.model, sortDescFirst: false }),
  column.accessor(({ provider }) => providerName(provider), {
    id: 'provider',
    header: texts.prices.list.provider,
    sortDescFirst: false,
  }),
  column.accessor('requests', {
    header: words.requests,
    meta: { numeric: true },
    cell: ({ getValue }) => formatCount(getValue()),
  }),
  column.accessor('totalTokens', {
    header: words.tokens,
    meta: { numeric: true },
    cell: ({ getValue }) => <TokenCount tokens={getValue()} />,
  }),
  column.accessor(({ status }) => (status === 'partial' ? words.partial : words.all), {
    id: 'status',
    header: words.status,
    sortDescFirst: false,
  }),
  column.accessor('lastSeen', {
    header: words.seen,
    cell: ({ row }) => <Seen model={row.original} />,
  }),
  column.display({
    id: 'set',
    header: () => <HiddenText>{texts.actions.actions}</HiddenText>,
    meta: { numeric: true },
    cell: ({ row }) => <SetPriceLink model={row.original} />,
  }),
];

export function Component() {
  const models = useUnpriced(useOrg().orgId, true);
  return (
    <ChartCard title={words.title} subtitle={words.lead}>
      <Loaded query={models} height={360}>
        {({ unpriced }) =>
          unpriced.length === 0 ? (
            <Empty title={words.emptyTitle} detail={words.emptyDetail} />
          ) : (
            <DataTable
              label={words.title}
              columns={columns}
              rows={unpriced}
              rowKey={({ provider, modelName, status }) => `${provider}/${modelName}/${status}`}
              initialSort={[{ id: 'requests', desc: true }]}
            />
          )
        }
      </Loaded>
    </ChartCard>
  );
}
