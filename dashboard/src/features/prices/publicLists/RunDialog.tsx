import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useId } from 'react';
import { Notice } from '@/components/Notice';
import { Loaded } from '@/components/states/Loaded';
import { texts } from '@/texts';
import { useSyncRun } from '../api/useSyncRun';
import { sourceName } from '../names';
import type { SyncRun } from '../types';
import { DifferenceSections } from './DifferenceSections';
import { failureOf } from './results';

const words = texts.prices.lists;

export function RunDialog({ run, onClose }: { run: SyncRun; onClose: () => void }) {
  const titleId = useId();
  const whole = useSyncRun(run.id);
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="md">
      <DialogTitle id={titleId}>{words.runTitle(run.id, sourceName(run.source))}</DialogTitle>
      <DialogContent>
        <Loaded query={whole} height={240}>
          {(loaded) => (
            <Stack sx={{ gap: 2 }}>
              {loaded.status === 'failed' && <Notice severity="error">{failureOf(loaded)}</Notice>}
              {loaded.difference != null && <DifferenceSections difference={loaded.difference} />}
            </Stack>
          )}
        </Loaded>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button onClick={onClose}>{texts.actions.close}</Button>
      </DialogActions>
    </Dialog>
  );
}
