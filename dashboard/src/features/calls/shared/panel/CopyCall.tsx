import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import type { Call } from '@/api/answers';
import { texts } from '@/texts';

const INDENT = 2;

export function CopyCall({ call }: { call: Call }) {
  const [copied, setCopied] = useState(false);
  async function copy() {
    await navigator.clipboard.writeText(JSON.stringify(call, null, INDENT));
    setCopied(true);
  }
  return (
    <Button
      startIcon={<ContentCopyOutlined />}
      onClick={() => void copy()}
      sx={{ alignSelf: 'flex-start' }}
    >
      <span role="status">{copied ? texts.call.copied : texts.call.copy}</span>
    </Button>
  );
}
