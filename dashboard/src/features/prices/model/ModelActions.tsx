import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { texts } from '@/texts';
import type { PriceScope } from '../edit/scope';

interface Props {
  /** Whose prices the reader may set. */
  scopes: PriceScope[];
  contractInForce: boolean;
  onEdit: (scope: PriceScope) => void;
  onEnd: () => void;
}

const words = texts.prices.model;

export function ModelActions({ scopes, contractInForce, onEdit, onEnd }: Props) {
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
      {scopes.includes('contract') && contractInForce && (
        <Button color="error" onClick={onEnd}>
          {words.endContract}
        </Button>
      )}
      {scopes.includes('everyone') && (
        <Button variant="outlined" onClick={() => onEdit('everyone')}>
          {words.setGlobal}
        </Button>
      )}
      {scopes.includes('contract') && (
        <Button variant="contained" onClick={() => onEdit('contract')}>
          {words.setContract}
        </Button>
      )}
    </Stack>
  );
}
