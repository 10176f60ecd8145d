import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useOrg } from '@/api/OrgContext';
import { Problem } from '@/api/problem';
import { FormDialog } from '@/components/FormDialog';
import { Notice } from '@/components/Notice';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import { useImportMembers } from './api/useImportMembers';
import { rowsOf } from './csv';
import { FileChoice } from './FileChoice';
import { ImportFaults } from './ImportFaults';

const words = texts.members;

/** From a file or pasted; what was refused can be mended in place. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [csv, setCsv] = useState('');
  const [tried, setTried] = useState(false);
  const { mutate, error, data, isPending } = useImportMembers(useOrg().orgId);
  const rows = rowsOf(csv);
  const faults = error instanceof Problem ? error.rows : [];
  function submit() {
    setTried(true);
    if (rows.length > 0) {
      mutate(csv);
    }
  }
  return (
    <FormDialog
      title={words.importTitle}
      submit={rows.length === 0 ? words.importNone : words.importAction(rows.length)}
      close={data === undefined ? texts.actions.cancel : texts.actions.close}
      pending={isPending}
      width="md"
      onSubmit={submit}
      onClose={onClose}
    >
      <Typography color="textSecondary">{words.importHint}</Typography>
      <FileChoice onText={setCsv} />
      <TextField
        label={words.csv}
        multiline
        minRows={6}
        maxRows={12}
        placeholder={words.csvExample}
        value={csv}
        error={tried && rows.length === 0}
        helperText={tried && rows.length === 0 ? words.noRows : ' '}
        onChange={(event) => setCsv(event.target.value)}
        slotProps={{
          htmlInput: { spellCheck: false, style: { fontFamily: 'monospace' } },
          inputLabel: { shrink: true },
        }}
      />
      {error !== null && <Notice severity="error">{error.message}</Notice>}
      {faults.length > 0 && <ImportFaults faults={faults} rows={rows} />}
      {data !== undefined && (
        <Notice severity="success">{words.imported(formatCount(data.imported))}</Notice>
      )}
    </FormDialog>
  );
}
