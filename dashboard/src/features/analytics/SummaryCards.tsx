import Box from '@mui/material/Box';
import type { Summary, TimelinePoint } from '@/api/answers';
import { SummaryCard } from '@/components/SummaryCard';
import { changeOf } from '@/lib/numbers';
import { FIGURES } from './figures';

interface Props {
  summary: Summary | undefined;
  points: TimelinePoint[];
}

export function SummaryCards({ summary, points }: Props) {
  return (
    <Box
      sx={{
        display: 'grid',
        gap: 2,
        gridTemplateColumns: {
          xs: 'repeat(2, minmax(0, 1fr))',
          sm: 'repeat(3, minmax(0, 1fr))',
          lg: 'repeat(6, minmax(0, 1fr))',
        },
      }}
    >
      {FIGURES.map(({ label, icon, colour, of, shown, note, growth }) => (
        <SummaryCard
          key={label}
          label={label}
          icon={icon}
          colour={colour}
          value={summary && shown(summary.totals)}
          note={summary && note?.(summary.totals)}
          change={summary && changeOf(of(summary.totals), of(summary.previous.totals))}
          growth={growth}
          trend={points.map((point) => of(point) ?? 0)}
        />
      ))}
    </Box>
  );
}
