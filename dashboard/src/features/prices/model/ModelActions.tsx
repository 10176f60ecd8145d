import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { texts } from '@/texts';
import type { PriceScope } from '../edit/scope';

interface Props {
  /** Whose prices the reader may set. */
  scopes: PriceScope[];
  contractInForce: boolean;
  /** Whether nothing is listed under the name, so that it may be one of another model. */
  unlisted: boolean;
  onEdit: (scope: PriceScope) => void;
  onEnd: () => void;
  onName: () => void;
}

const words = texts.prices.model;

export function ModelActions(props: Props) {
  const { scopes, contractInForce, unlisted, onEdit, onEnd, onName } = props;
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
      {scopes.includes('contract') && contractInForce && (
        <Button color="error" onClick={onEnd}>
          {words.endContract}
        </Button>
      )}
      {scopes.length > 0 && unlisted && <Button onClick={onName}>{texts.prices.alias.set}</Button>}
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
