import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import WarningAmberOutlined from '@mui/icons-material/WarningAmberOutlined';
import Box from '@mui/material/Box';
import type { Tier } from '@/lib/tiers';
import { texts } from '@/texts';

const ICONS = { green: CheckCircleOutlined, amber: WarningAmberOutlined, red: ErrorOutlined };

export const TIER_COLOURS = { green: 'success.main', amber: 'warning.main', red: 'error.main' };

interface Props {
  tier: Tier;
  label?: string;
}

/** Never by colour alone: each tier has its sign and its words, too. */
export function CostTier({ tier, label = texts.tiers[tier] }: Props) {
  const Icon = ICONS[tier];
  return (
    <Box
      component="span"
      data-tier={tier}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        fontSize: '0.8125rem',
        fontWeight: 600,
        color: TIER_COLOURS[tier],
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 18 }} />
      {label}
    </Box>
  );
}
