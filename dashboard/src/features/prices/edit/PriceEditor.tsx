import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useOrg } from '@/api/OrgContext';
import { FormDialog } from '@/components/FormDialog';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';
import { useSetPrice } from '../api/useSetPrice';
import { modelTitle } from '../names';
import { EffectPreview } from '../preview/EffectPreview';
import type { Rates } from '../rates/rates';
import type { EffectivePrice, Model } from '../types';
import { RateFields } from './RateFields';
import type { PriceScope } from './scope';
import { usePriceForm } from './usePriceForm';
import { type Circumstances, WhenAndWhy } from './WhenAndWhy';

const words = texts.prices.edit;

/** The effect stays in sight while prices are typed, where there is room beside them. */
const COLUMNS = {
  display: 'grid',
  gap: 3,
  gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 340px' },
  alignItems: 'start',
};

interface Props {
  scope: PriceScope;
  model: Model;
  inForce: EffectivePrice | null;
  initial: Rates | null;
  onClose: () => void;
}

export function PriceEditor({ scope, model, inForce, initial, onClose }: Props) {
  const { orgId, name } = useOrg();
  const { form, faults, withoutPrices, rates, change, complete } = usePriceForm(initial);
  const [circumstances, setCircumstances] = useState<Circumstances>({ from: '', note: '' });
  const { mutate, error, isPending } = useSetPrice(orgId, model);
  const contract = scope === 'contract';
  const factor = inForce?.factor?.factor ?? '1';
  const covered = !contract && inForce?.orgId === orgId;
  function save() {
    const given = complete();
    if (given === undefined) {
      return;
    }
    const { from, note } = circumstances;
    mutate(
      {
        rates: given,
        note: note.trim(),
        ...(contract && { orgId }),
        ...(from !== '' && { effectiveFrom: `${from}:00Z` }),
      },
      { onSuccess: onClose },
    );
  }
  const title = modelTitle(model);
  return (
    <FormDialog
      title={contract ? words.contractTitle(title) : words.globalTitle(title)}
      submit={words.save}
      pending={isPending}
      width="lg"
      onSubmit={save}
      onClose={onClose}
    >
      <Typography color="textSecondary">
        {contract ? words.contractHint(name) : words.globalHint}
      </Typography>
      <Box sx={COLUMNS}>
        <Stack sx={{ gap: 2, minWidth: 0 }}>
          <RateFields form={form} faults={faults} onChange={change} />
          <WhenAndWhy value={circumstances} onChange={setCircumstances} />
        </Stack>
        <Box sx={{ position: { md: 'sticky' }, top: 0 }}>
          {covered ? (
            <Notice severity="info">{words.covered(name)}</Notice>
          ) : (
            <EffectPreview
              model={model}
              current={inForce?.rates ?? null}
              next={rates}
              factors={{ now: factor, then: contract ? '1' : factor }}
            />
          )}
        </Box>
      </Box>
      {withoutPrices && <Notice severity="error">{words.atLeastOne}</Notice>}
      {faults.size > 0 && <Notice severity="error">{words.faults}</Notice>}
      {error !== null && <Notice severity="error">{error.message}</Notice>}
    </FormDialog>
  );
}
