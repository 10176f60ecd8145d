import Chip from '@mui/material/Chip';
import { texts } from '@/texts';
import { sourceName } from './names';

interface Props {
  source: string;
  /** Empty for everyone's price. */
  orgId: string;
}

/** Who says the price: a contract stands out, as it is the org's own. */
export function SourceChip({ source, orgId }: Props) {
  if (orgId === '') {
    return <Chip size="small" variant="outlined" label={sourceName(source)} />;
  }
  return (
    <Chip
      size="small"
      label={texts.prices.contract}
      sx={{ bgcolor: 'surface.primaryContainer', color: 'surface.onPrimaryContainer' }}
    />
  );
}
