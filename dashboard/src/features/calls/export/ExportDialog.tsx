import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState } from 'react';
import type { CallsQuery } from '@/api/useCalls';
import { texts } from '@/texts';
import { ExportProgress } from './ExportProgress';
import { ExportScope } from './ExportScope';
import { FormatChoice } from './FormatChoice';
import type { Format } from './formats';
import { useExport } from './useExport';

const words = texts.calls.export;

interface Props {
  query: CallsQuery;
  onClose: () => void;
}

export default function ExportDialog({ query, onClose }: Props) {
  const titleId = useId();
  const [format, setFormat] = useState<Format>('csv');
  const { state, start, cancel, reset } = useExport(query);
  const running = state.status === 'running';
  return (
    <Dialog
      open
      fullWidth
      maxWidth="xs"
      aria-labelledby={titleId}
      // A transfer is ended by its button, not by a click beside it.
      onClose={() => !running && onClose()}
    >
      <DialogTitle id={titleId}>{words.title}</DialogTitle>
      <DialogContent>
        <ExportScope query={query} format={format} />
        <FormatChoice
          value={format}
          disabled={running}
          onChange={(chosen) => {
            reset();
            setFormat(chosen);
          }}
        />
        <ExportProgress state={state} />
      </DialogContent>
      <DialogActions sx={{ p: 2 }}>
        <Button onClick={running ? cancel : onClose}>
          {state.status === 'saved' ? words.close : words.cancel}
        </Button>
        <Button variant="contained" disabled={running} onClick={() => void start(format)}>
          {words.start}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
