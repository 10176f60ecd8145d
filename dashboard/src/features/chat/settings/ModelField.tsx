import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { texts } from '@/texts';

const words = texts.chat.settingsForm;

const MOST_CHARACTERS = 200;

interface Props {
  label?: string;
  hint?: string;
  /** Those of which the gateway knows; another may be written. */
  models: readonly string[];
  value: string;
  onChange: (model: string) => void;
}

export function ModelField({ label = words.model, hint, models, value, onChange }: Props) {
  return (
    <Autocomplete
      freeSolo
      disableClearable
      options={models}
      // All of them, not those that begin with what is chosen already.
      filterOptions={(options, { inputValue }) =>
        inputValue === value ? options : options.filter((option) => option.includes(inputValue))
      }
      inputValue={value}
      value={value}
      onInputChange={(_event, written) => onChange(written)}
      renderInput={(params) => (
        <TextField
          {...params}
          label={label}
          helperText={hint}
          slotProps={{
            ...params.slotProps,
            htmlInput: {
              ...params.slotProps.htmlInput,
              maxLength: MOST_CHARACTERS,
              autoCapitalize: 'none',
              spellCheck: false,
            },
          }}
        />
      )}
    />
  );
}
