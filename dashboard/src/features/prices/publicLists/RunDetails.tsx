import Button from '@mui/material/Button';
import { useState } from 'react';
import { texts } from '@/texts';
import type { SyncRun } from '../types';
import { RunDialog } from './RunDialog';

const words = texts.prices.lists;

export function RunDetails({ run }: { run: SyncRun }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-label={words.showRun(run.id)} onClick={() => setOpen(true)}>
        {words.show}
      </Button>
      {open && <RunDialog run={run} onClose={() => setOpen(false)} />}
    </>
  );
}
