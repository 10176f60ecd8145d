import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import Box from '@mui/material/Box';
import type { Call } from '@/api/answers';
import { texts } from '@/texts';

const words = texts.calls.status;

export function StatusChip({ call: { success, errorMessage } }: { call: Call }) {
  const Icon = success ? CheckCircleOutlined : ErrorOutlined;
  return (
    <Box
      component="span"
      title={errorMessage ?? undefined}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        verticalAlign: 'middle',
        whiteSpace: 'nowrap',
        // Failures stand out from what is as it should be.
        fontWeight: success ? 400 : 700,
        color: success ? 'text.secondary' : 'error.main',
        '& svg': { color: success ? 'success.main' : 'error.main' },
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 16 }} />
      {success ? words.succeeded : words.failed}
    </Box>
  );
}
