import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';
import { formatBytes } from './bytes';
import type { ExportState } from './useExport';

const words = texts.calls.export;

export function ExportProgress({ state }: { state: ExportState }) {
  switch (state.status) {
    case 'idle':
      return null;
    case 'running':
      return (
        <>
          <LinearProgress aria-label={words.title} />
          <Typography variant="body2" role="status" sx={{ mt: 1 }}>
            {words.received(formatBytes(state.bytes))}
          </Typography>
        </>
      );
    case 'saved':
      return (
        <Notice severity="success">{words.saved(state.file, formatBytes(state.bytes))}</Notice>
      );
    case 'failed':
      return <Notice severity="error">{state.reason}</Notice>;
  }
}
