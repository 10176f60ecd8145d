import Box from '@mui/material/Box';
import MuiLink from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { createColumnHelper } from '@tanstack/react-table';
import { Link } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import { HiddenText } from '@/components/HiddenText';
import { providerName } from '@/lib/names';
import { texts } from '@/texts';
import { isFromTheBeginning, sinceName } from '../names';
import { modelPath } from '@/lib/pricePaths';
import { PriceText } from '../PriceText';
import { componentName, flatten } from '../rates/components';
import type { TokenClass } from '../rates/rates';
import { SourceChip } from '../SourceChip';
import type { Price } from '../types';

const SHOWN: TokenClass[] = ['input', 'output', 'cacheRead', 'cacheWrite'];

function ModelLink({ price }: { price: Price }) {
  return (
    <Box sx={{ minWidth: 180 }}>
      <MuiLink
        component={Link}
        to={modelPath(useOrg().orgId, price)}
        underline="hover"
        sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
      >
        {price.modelName}
      </MuiLink>
      <Typography variant="body2" color="textSecondary">
        {providerName(price.provider)}
      </Typography>
    </Box>
  );
}

/** What is listed besides the columns, so that nobody takes those for all there is. */
function Others({ price }: { price: Price }) {
  const others = price.rates === null ? [] : [...flatten(price.rates).keys()];
  const names = others.filter((path) => !(SHOWN as string[]).includes(path)).map(componentName);
  if (names.length === 0) {
    return null;
  }
  return (
    <span title={texts.prices.list.also(names.join(' · '))}>
      +{names.length} {texts.prices.list.more}
    </span>
  );
}

function Since({ price: { effectiveFrom } }: { price: Price }) {
  return isFromTheBeginning(effectiveFrom) ? texts.prices.list.always : sinceName(effectiveFrom);
}

const column = createColumnHelper<Price>();

export const priceColumns = [
  column.display({
    id: 'model',
    header: texts.prices.list.model,
    meta: { wraps: true },
    cell: ({ row }) => <ModelLink price={row.original} />,
  }),
  ...SHOWN.map((name) =>
    column.display({
      id: name,
      header: texts.prices.components[name],
      meta: { numeric: true },
      cell: ({ row }) => <PriceText price={row.original.rates?.[name]} />,
    }),
  ),
  column.display({
    id: 'others',
    header: () => <HiddenText>{texts.prices.list.others}</HiddenText>,
    cell: ({ row }) => <Others price={row.original} />,
  }),
  column.display({
    id: 'source',
    header: texts.prices.list.source,
    cell: ({ row }) => <SourceChip {...row.original} />,
  }),
  column.display({
    id: 'since',
    header: texts.prices.list.since,
    cell: ({ row }) => (
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        <Since price={row.original} />
      </Box>
    ),
  }),
];
