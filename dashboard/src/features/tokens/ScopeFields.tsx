import Checkbox from '@mui/material/Checkbox';
import FormControl from '@mui/material/FormControl';
import FormControlLabel from '@mui/material/FormControlLabel';
import FormHelperText from '@mui/material/FormHelperText';
import FormLabel from '@mui/material/FormLabel';
import { texts } from '@/texts';
import { scopeName, SCOPES } from './scopes';

interface Props {
  chosen: string[];
  fault: string | undefined;
  onChange: (scopes: string[]) => void;
}

export function ScopeFields({ chosen, fault, onChange }: Props) {
  return (
    <FormControl component="fieldset" error={fault !== undefined}>
      <FormLabel component="legend">{texts.tokens.scopes}</FormLabel>
      {SCOPES.map((scope) => (
        <FormControlLabel
          key={scope}
          label={`${scopeName(scope)} (${scope})`}
          control={
            <Checkbox
              checked={chosen.includes(scope)}
              onChange={(_event, checked) =>
                onChange(checked ? [...chosen, scope] : chosen.filter((each) => each !== scope))
              }
            />
          }
        />
      ))}
      {fault !== undefined && <FormHelperText>{fault}</FormHelperText>}
    </FormControl>
  );
}
