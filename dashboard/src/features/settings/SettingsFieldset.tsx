import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useMemo } from 'react';
import { timeZones } from '@/lib/instants';
import { texts } from '@/texts';
import type { SettingsFaults, SettingsFields } from './settingsFaults';

const words = texts.settings;

interface Props {
  fields: SettingsFields;
  faults: SettingsFaults;
  disabled: boolean;
  onChange: (fields: SettingsFields) => void;
}

export function SettingsFieldset({ fields, faults, disabled, onChange }: Props) {
  const zones = useMemo(() => [...new Set([fields.timeZone, ...timeZones()])], [fields.timeZone]);
  const field = (name: keyof SettingsFields, label: string, hint: string) => ({
    label,
    disabled,
    error: faults[name] !== undefined,
    helperText: faults[name] ?? hint,
  });
  const text = (name: keyof SettingsFields) => ({
    value: fields[name],
    onChange: (event: { target: { value: string } }) =>
      onChange({ ...fields, [name]: event.target.value }),
  });
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: { xs: '1fr', md: '1fr 1fr' },
        alignItems: 'start',
      }}
    >
      <TextField required {...field('name', words.name, ' ')} {...text('name')} />
      <Autocomplete
        disableClearable
        disabled={disabled}
        options={zones}
        value={fields.timeZone}
        onChange={(_event, timeZone) => onChange({ ...fields, timeZone })}
        renderInput={(params) => (
          <TextField {...params} {...field('timeZone', words.timeZone, words.timeZoneHint)} />
        )}
      />
      <TextField
        {...field('currencyLabel', words.currencyLabel, words.currencyHint)}
        {...text('currencyLabel')}
      />
      <TextField
        {...field('retentionDays', words.retention, words.retentionHint)}
        {...text('retentionDays')}
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
    </Box>
  );
}
