import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { CopyButton } from '@/components/CopyButton';

interface Props {
  label: string;
  code: string;
  copyLabel: string;
}

export function CodeBlock({ label, code, copyLabel }: Props) {
  const labelId = useId();
  return (
    <div>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography id={labelId} variant="h3">
          {label}
        </Typography>
        <CopyButton text={code} label={copyLabel} />
      </Box>
      <Box
        component="pre"
        tabIndex={0}
        role="region"
        aria-labelledby={labelId}
        sx={{
          m: 0,
          p: 2,
          borderRadius: '12px',
          bgcolor: 'surface.containerHigh',
          fontSize: '0.8125rem',
          overflowX: 'auto',
        }}
      >
        <code>{code}</code>
      </Box>
    </div>
  );
}
