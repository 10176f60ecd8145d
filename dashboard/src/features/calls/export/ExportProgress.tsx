import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';
import { formatBytes } from './bytes';
import type { ExportState } from './useExport';

const t = texts.calls.export;

export function ExportProgress({ state }: { state: ExportState }) {
  switch (state.status) {
    case 'idle':
      return null;
    case 'running':
      return (
        <>
          <LinearProgress aria-label={t.title} />
          <Typography variant="body2" role="status" sx={{ mt: 1 }}>
            {t.received(formatBytes(state.bytes))}
          </Typography>
        </>
      );
    case 'saved':
      return <Notice severity="success">{t.saved(state.file, formatBytes(state.bytes))}</Notice>;
    case 'failed':
      return <Notice severity="error">{state.reason}</Notice>;
  }
}
