import ChatBubbleOutline from '@mui/icons-material/ChatBubbleOutlineOutlined';
import DataUsageOutlined from '@mui/icons-material/DataUsageOutlined';
import PaidOutlined from '@mui/icons-material/PaidOutlined';
import Chip from '@mui/material/Chip';
import Stack from '@mui/material/Stack';
import type { ConversationUsage } from '@/api/answers';
import { useCurrency } from './currency/CurrencyContext';
import { formatExactUsd, formatUsd } from '@/lib/money';
import { formatCompact, formatCount } from '@/lib/numbers';
import { texts } from '@/texts';

const words = texts.conversations.chips;

/** Below each other in a list, the same chips of all conversations form columns. */
const CHIPS = {
  flexWrap: 'wrap',
  gap: 1,
  // On phones the words say it, in one line.
  '& .MuiChip-icon': { display: { xs: 'none', sm: 'block' } },
  '& .MuiChip-root': { bgcolor: 'surface.containerHigh', justifyContent: 'flex-start' },
  '& > :nth-of-type(-n + 2)': { minWidth: { md: '8.75rem' } },
  '& > :nth-of-type(3)': { minWidth: { md: '6.5rem' } },
};

interface Props {
  usage: Pick<ConversationUsage, 'totals' | 'completions' | 'costUsd'>;
}

export function UsageChips({ usage }: Props) {
  const { totals, completions, costUsd } = usage;
  const currency = useCurrency();
  const parts = words.parts(formatCount(totals.promptTokens), formatCount(totals.completionTokens));
  return (
    <Stack direction="row" sx={CHIPS}>
      <Chip
        size="small"
        icon={<DataUsageOutlined />}
        title={parts}
        label={words.tokens(formatCompact(totals.totalTokens))}
      />
      <Chip
        size="small"
        icon={<ChatBubbleOutline />}
        label={words.completions(completions, formatCount(completions))}
      />
      <Chip
        size="small"
        icon={<PaidOutlined />}
        title={formatExactUsd(costUsd, currency)}
        label={formatUsd(costUsd, currency)}
        sx={{
          '&.MuiChip-root': { bgcolor: 'surface.primaryContainer' },
          color: 'surface.onPrimaryContainer',
          '& .MuiChip-icon': { color: 'inherit' },
        }}
      />
    </Stack>
  );
}
