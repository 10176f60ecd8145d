import CheckOutlined from '@mui/icons-material/CheckOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import Button from '@mui/material/Button';
import { useState } from 'react';
import { texts } from '@/texts';

interface Props {
  text: string;
  label: string;
}

/** Says when it has copied, also to those who do not see the button change. */
export function CopyButton({ text, label }: Props) {
  const [copied, setCopied] = useState(false);
  return (
    <Button
      size="small"
      startIcon={copied ? <CheckOutlined /> : <ContentCopyOutlined />}
      onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
    >
      <span aria-live="polite">{copied ? texts.actions.copied : label}</span>
    </Button>
  );
}
