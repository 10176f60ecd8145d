import ArrowDownward from '@mui/icons-material/ArrowDownward';
import ArrowUpward from '@mui/icons-material/ArrowUpward';
import Remove from '@mui/icons-material/Remove';
import Box from '@mui/material/Box';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { visuallyHidden } from '@mui/utils';
import { formatChange } from '@/lib/numbers';
import { texts } from '@/texts';

/** Whether it is good news when a figure grows; of most figures it is neither. */
export type Growth = 'good' | 'bad' | 'neutral';

interface Props {
  /** As a part of what was before; undefined when nothing was. */
  change: number | undefined;
  growth: Growth;
}

function colourOf(change: number, growth: Growth): string {
  if (growth === 'neutral' || change === 0) {
    return 'text.secondary';
  }
  return change > 0 === (growth === 'good') ? 'success.main' : 'error.main';
}

function Direction({ change }: { change: number }) {
  const Icon = change === 0 ? Remove : change > 0 ? ArrowUpward : ArrowDownward;
  return <Icon aria-hidden sx={{ fontSize: 14 }} />;
}

export function Change({ change, growth }: Props) {
  if (change === undefined) {
    return (
      <Typography component="p" sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>
        {texts.values.newSince}
      </Typography>
    );
  }
  const written = formatChange(change);
  return (
    <Tooltip title={texts.values.change(written)}>
      <Box
        component="span"
        sx={{
          display: 'inline-flex',
          alignItems: 'center',
          gap: 0.25,
          fontSize: '0.8125rem',
          fontWeight: 600,
          color: colourOf(change, growth),
        }}
      >
        <Direction change={change} />
        <span>{written}</span>
        <span style={visuallyHidden}>{texts.values.comparedWithBefore}</span>
      </Box>
    </Tooltip>
  );
}
