import Button from '@mui/material/Button';
import MenuItem from '@mui/material/MenuItem';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { useState } from 'react';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';
import { type Source, SOURCES, useSync } from '../api/useSync';
import { sourceName } from '../names';
import { RunDialog } from './RunDialog';

const words = texts.prices.lists;

/** Checks first, if the reader likes; either way shows what the run says. */
export function SyncNow() {
  const [source, setSource] = useState<Source>('openrouter');
  const { mutate, reset, data, error, isPending, variables } = useSync();
  const start = (dryRun: boolean) => mutate({ source, dryRun });
  return (
    <>
      <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
        <TextField
          select
          size="small"
          label={words.source}
          value={source}
          onChange={(event) => setSource(event.target.value as Source)}
          sx={{ minWidth: 160 }}
        >
          {SOURCES.map((each) => (
            <MenuItem key={each} value={each}>
              {sourceName(each)}
            </MenuItem>
          ))}
        </TextField>
        <Button loading={isPending && variables.dryRun} onClick={() => start(true)}>
          {words.check}
        </Button>
        <Button
          variant="outlined"
          loading={isPending && !variables.dryRun}
          onClick={() => start(false)}
        >
          {words.sync}
        </Button>
      </Stack>
      {error !== null && <Notice severity="error">{error.message}</Notice>}
      {data !== undefined && <RunDialog run={data} onClose={reset} />}
    </>
  );
}
