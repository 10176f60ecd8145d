import { texts } from '@/texts';
import { TOKEN_CLASSES } from '../rates/rates';
import { type Faults, fieldName } from './faults';
import { FieldGrid } from './FieldGrid';
import type { FormVariant } from './form';
import { PriceField } from './PriceField';

interface Props {
  variant: FormVariant;
  faults: Faults;
  onChange: (variant: FormVariant) => void;
}

export function VariantFields({ variant, faults, onChange }: Props) {
  return (
    <FieldGrid>
      {TOKEN_CLASSES.map((name) => (
        <PriceField
          key={name}
          label={texts.prices.components[name]}
          value={variant.prices[name]}
          fault={faults.get(fieldName(variant, name))}
          onChange={(typed) =>
            onChange({ ...variant, prices: { ...variant.prices, [name]: typed } })
          }
        />
      ))}
    </FieldGrid>
  );
}
