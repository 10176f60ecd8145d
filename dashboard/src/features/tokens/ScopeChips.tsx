import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import { scopeName } from './scopes';

export function ScopeChips({ scopes }: { scopes: string[] }) {
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 0.5 }}>
      {scopes.map((scope) => (
        <Chip key={scope} size="small" variant="outlined" label={scopeName(scope)} title={scope} />
      ))}
    </Stack>
  );
}
