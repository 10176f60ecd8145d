import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { texts } from '@/texts';

interface Props {
  value: string;
  onChange: (provider: string) => void;
}

const KNOWN = Object.keys(texts.providers);

/** Providers are an open list: those we know are offered, any other can be written. */
export function ProviderChoice({ value, onChange }: Props) {
  return (
    <Autocomplete
      freeSolo
      size="small"
      options={KNOWN}
      value={value}
      onChange={(_event, provider) => onChange(provider?.trim().toLowerCase() ?? '')}
      sx={{ width: 220 }}
      renderInput={(params) => (
        <TextField
          {...params}
          label={texts.prices.list.provider}
          placeholder={texts.prices.list.anyProvider}
        />
      )}
    />
  );
}
