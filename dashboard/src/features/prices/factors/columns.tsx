import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { createColumnHelper } from '@tanstack/react-table';
import { HiddenText } from '@/components/HiddenText';
import { texts } from '@/texts';
import { sinceName } from '../names';
import type { PriceFactor } from '../types';
import { changeName, modelsName } from './rules';

const words = texts.prices.factors;
const column = createColumnHelper<PriceFactor>();

const known = [
  column.accessor(modelsName, { id: 'models', header: words.models, sortDescFirst: false }),
  column.accessor(({ factor }) => factor ?? '', {
    id: 'factor',
    header: words.factor,
    meta: { numeric: true },
    cell: ({ getValue }) => `${words.times(getValue())} (${changeName(getValue())})`,
  }),
  column.accessor(({ effectiveFrom }) => sinceName(effectiveFrom), {
    id: 'since',
    header: words.since,
  }),
];

interface Actions {
  onChange: (factor: PriceFactor) => void;
  onEnd: (factor: PriceFactor) => void;
}

/** @param actions undefined for those who see factors only */
export const factorColumns = (actions: Actions | undefined) =>
  actions === undefined
    ? known
    : [
        ...known,
        column.display({
          id: 'actions',
          header: () => <HiddenText>{texts.actions.actions}</HiddenText>,
          meta: { numeric: true },
          cell: ({ row: { original } }) => (
            <Stack direction="row" sx={{ justifyContent: 'flex-end' }}>
              <Button
                size="small"
                aria-label={words.changeOf(modelsName(original))}
                onClick={() => actions.onChange(original)}
              >
                {words.change}
              </Button>
              <Button
                size="small"
                color="error"
                aria-label={words.endOf(modelsName(original))}
                onClick={() => actions.onEnd(original)}
              >
                {words.end}
              </Button>
            </Stack>
          ),
        }),
      ];
