import RefreshOutlined from '@mui/icons-material/RefreshOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Tooltip from '@mui/material/Tooltip';
import { type QueryKey, useIsFetching, useQueryClient } from '@tanstack/react-query';
import { formatTime } from '@/lib/instants';
import { useAutoRefresh } from '@/lib/useAutoRefresh';
import { type FilterChange, type Filters, REFRESH_SECONDS } from '@/lib/useFilters';
import { texts } from '@/texts';

interface Props {
  /** What is asked for again begins with it. */
  queryKey: QueryKey;
  filters: Filters;
  onChange: (changed: FilterChange) => void;
  /** When what is shown was answered; 0 before. */
  updatedAt: number;
}

export function RefreshControls({ queryKey, filters, onChange, updatedAt }: Props) {
  const queries = useQueryClient();
  const busy = useIsFetching({ queryKey }) > 0;
  useAutoRefresh(queryKey, filters.refresh);
  return (
    <Stack direction="row" sx={{ alignItems: 'center', gap: 1, ml: { sm: 'auto' } }}>
      <Box
        role="status"
        sx={{
          display: { xs: 'none', sm: 'block' },
          fontSize: '0.8125rem',
          color: 'text.secondary',
          minWidth: 112,
          textAlign: 'right',
        }}
      >
        {updatedAt > 0 && texts.refresh.updated(formatTime(updatedAt, filters.tz))}
      </Box>
      <Tooltip title={texts.refresh.now}>
        <IconButton
          aria-label={texts.refresh.now}
          onClick={() => void queries.invalidateQueries({ queryKey })}
          sx={{
            '@keyframes turn': { to: { transform: 'rotate(1turn)' } },
            '& svg': { animation: busy ? 'turn 1s linear infinite' : 'none' },
          }}
        >
          <RefreshOutlined />
        </IconButton>
      </Tooltip>
      <TextField
        select
        size="small"
        label={texts.refresh.auto}
        value={filters.refresh ?? ''}
        onChange={(event) => onChange({ refresh: event.target.value || undefined })}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        sx={{ width: { xs: 116, sm: 176 } }}
      >
        <MenuItem value="">{texts.refresh.off}</MenuItem>
        {REFRESH_SECONDS.map((seconds) => (
          <MenuItem key={seconds} value={seconds}>
            {texts.refresh[seconds]}
          </MenuItem>
        ))}
      </TextField>
    </Stack>
  );
}
