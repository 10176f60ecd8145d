import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { texts } from '@/texts';
import { variantName } from '../rates/components';
import { SERVICE_TIERS, type ServiceTier } from '../rates/rates';
import { type Faults, fieldName } from './faults';
import type { FormVariant } from './form';
import { VariantFields } from './VariantFields';

const words = texts.prices.edit;

interface Props {
  variant: FormVariant;
  faults: Faults;
  onChange: (variant: FormVariant) => void;
  onRemove: () => void;
}

const nameOf = ({ tier, above, inclusive }: FormVariant): string =>
  variantName({
    tier: tier === '' ? undefined : tier,
    above: /^\d+$/.test(above.trim()) ? Number(above) : undefined,
    inclusive,
  });

/** The prices of calls that are served otherwise, or whose input is long. */
export function TierFields({ variant, faults, onChange, onRemove }: Props) {
  const fault = faults.get(fieldName(variant, 'above'));
  return (
    <Box
      role="group"
      aria-label={nameOf(variant)}
      sx={{ p: 2, borderRadius: '16px', bgcolor: 'surface.container' }}
    >
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'flex-start', gap: 1.5, mb: 1.5 }}>
        <TextField
          select
          size="small"
          label={words.tier}
          value={variant.tier}
          onChange={(event) =>
            onChange({ ...variant, tier: event.target.value as ServiceTier | '' })
          }
          sx={{ width: 140 }}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{texts.prices.tiers.standard}</MenuItem>
          {SERVICE_TIERS.map((tier) => (
            <MenuItem key={tier} value={tier}>
              {texts.prices.tiers[tier]}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          size="small"
          label={words.above}
          placeholder={words.anyInput}
          value={variant.above}
          error={fault !== undefined}
          helperText={fault}
          onChange={(event) => onChange({ ...variant, above: event.target.value })}
          sx={{ width: 200 }}
          slotProps={{ htmlInput: { inputMode: 'numeric' }, inputLabel: { shrink: true } }}
        />
        <FormControlLabel
          label={words.inclusive}
          control={
            <Checkbox
              size="small"
              checked={variant.inclusive}
              onChange={(event) => onChange({ ...variant, inclusive: event.target.checked })}
            />
          }
        />
        <IconButton
          aria-label={words.removeTier(nameOf(variant))}
          onClick={onRemove}
          sx={{ ml: 'auto' }}
        >
          <DeleteOutlined />
        </IconButton>
      </Stack>
      <VariantFields variant={variant} faults={faults} onChange={onChange} />
    </Box>
  );
}
