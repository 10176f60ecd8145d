import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { Money } from '@/components/Money';
import { texts } from '@/texts';

interface Props {
  label: string;
  usd: string | undefined;
  emphasis?: boolean;
  colour?: string;
}

export function Figure({ label, usd, emphasis = false, colour = 'text.primary' }: Props) {
  return (
    <Box component="div">
      <Typography component="dt" variant="body2" color="textSecondary">
        {label}
      </Typography>
      <Typography
        component="dd"
        sx={{ m: 0, fontSize: '1.25rem', fontWeight: emphasis ? 700 : 500, color: colour }}
      >
        {usd === undefined ? texts.values.none : <Money usd={usd} />}
      </Typography>
    </Box>
  );
}
