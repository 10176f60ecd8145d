import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { Change, type Growth } from './Change';
import { Sparkline } from './Sparkline';

/** With a note of two lines, so that nothing moves when the figures come. */
const HEIGHT = 184;

interface Props {
  label: string;
  icon: ReactNode;
  /** Undefined while it is loaded. */
  value: ReactNode | undefined;
  /** A second figure that explains the first. */
  note?: ReactNode;
  change?: number | undefined;
  growth?: Growth;
  trend: number[];
  colour: string;
}

/** One figure, how it differs from the previous period, and how it developed. */
export function SummaryCard({
  label,
  icon,
  value,
  note,
  change,
  growth = 'neutral',
  trend,
  colour,
}: Props) {
  const loading = value === undefined;
  return (
    <Card
      component="section"
      aria-label={label}
      aria-busy={loading}
      sx={{ display: 'flex', flexDirection: 'column', minHeight: HEIGHT, p: 2, pb: 0 }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1, color: 'text.secondary' }}>
        <Box
          aria-hidden
          sx={{ display: { xs: 'none', sm: 'flex' }, color: colour, '& svg': { fontSize: 20 } }}
        >
          {icon}
        </Box>
        <Typography variant="body2" sx={{ minWidth: 0, fontWeight: 600 }}>
          {label}
        </Typography>
      </Box>
      <Typography
        component="p"
        sx={{
          fontSize: { xs: '1.5rem', sm: '1.75rem' },
          fontWeight: 700,
          lineHeight: 1.35,
          letterSpacing: '-0.02em',
          overflowWrap: 'anywhere',
        }}
      >
        {loading ? <Skeleton width="70%" /> : value}
      </Typography>
      <Box sx={{ minHeight: 22 }}>
        {loading ? <Skeleton width="50%" /> : <Change change={change} growth={growth} />}
      </Box>
      <Typography variant="caption" color="textSecondary" sx={{ lineHeight: 1.4 }}>
        {note}
      </Typography>
      <Box sx={{ mt: 'auto', mx: -2, pt: 0.5 }}>
        <Sparkline values={trend} colour={colour} />
      </Box>
    </Card>
  );
}
