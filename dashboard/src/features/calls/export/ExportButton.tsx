import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import Button from '@mui/material/Button';
import { lazy, Suspense, useState } from 'react';
import type { CallsQuery } from '@/api/useCalls';
import { texts } from '@/texts';

const ExportDialog = lazy(() => import('./ExportDialog'));

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
      <Suspense>{open && <ExportDialog query={query} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
