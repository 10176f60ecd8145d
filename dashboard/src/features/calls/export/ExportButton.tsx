import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { CallsQuery } from '@/api/useCalls';
import { texts } from '@/texts';
import { ExportDialog } from './ExportDialog';

export function ExportButton({ query }: { query: CallsQuery }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="contained"
        startIcon={<FileDownloadOutlined />}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {texts.calls.export.open}
      </Button>
      {open && <ExportDialog query={query} onClose={() => setOpen(false)} />}
    </>
  );
}
