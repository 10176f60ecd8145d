import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { texts } from '@/texts';
import { UNITS } from '../rates/rates';
import type { Faults } from './faults';
import { FieldGrid } from './FieldGrid';
import { emptyVariant, type FormVariant, type RateForm } from './form';
import { PriceField } from './PriceField';
import { TierFields } from './TierFields';
import { VariantFields } from './VariantFields';

const words = texts.prices.edit;

function Heading({ children, hint }: { children: ReactNode; hint: string }) {
  return (
    <div>
      <Typography variant="h3">{children}</Typography>
      <Typography variant="body2" color="textSecondary">
        {hint}
      </Typography>
    </div>
  );
}

interface Props {
  form: RateForm;
  faults: Faults;
  onChange: (form: RateForm) => void;
}

/** Everything a price may consist of. */
export function RateFields({ form, faults, onChange }: Props) {
  const replace = (changed: FormVariant) =>
    onChange({
      ...form,
      variants: form.variants.map((each) => (each.key === changed.key ? changed : each)),
    });
  const remove = (key: number) =>
    onChange({ ...form, variants: form.variants.filter((each) => each.key !== key) });
  const nextKey = Math.max(...form.variants.map(({ key }) => key)) + 1;
  const [standard, ...tiers] = form.variants;
  return (
    <>
      <Heading hint={words.tokensHint}>{words.tokens}</Heading>
      {standard !== undefined && (
        <VariantFields variant={standard} faults={faults} onChange={replace} />
      )}
      {tiers.map((tier) => (
        <TierFields
          key={tier.key}
          variant={tier}
          faults={faults}
          onChange={replace}
          onRemove={() => remove(tier.key)}
        />
      ))}
      <Button
        sx={{ alignSelf: 'flex-start' }}
        onClick={() => onChange({ ...form, variants: [...form.variants, emptyVariant(nextKey)] })}
      >
        {words.addTier}
      </Button>
      <Heading hint={words.othersHint}>{words.others}</Heading>
      <FieldGrid>
        <PriceField
          label={texts.prices.components.perRequest}
          value={form.perRequest}
          fault={faults.get('perRequest')}
          onChange={(perRequest) => onChange({ ...form, perRequest })}
        />
        {UNITS.map((unit) => (
          <PriceField
            key={unit}
            label={texts.prices.units[unit]}
            value={form.units[unit]}
            fault={faults.get(`units.${unit}`)}
            onChange={(typed) => onChange({ ...form, units: { ...form.units, [unit]: typed } })}
          />
        ))}
      </FieldGrid>
    </>
  );
}
