import Close from '@mui/icons-material/Close';
import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDown';
import KeyboardArrowUp from '@mui/icons-material/KeyboardArrowUp';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Call } from '@/api/answers';
import { providerName } from '@/lib/names';
import { texts } from '@/texts';

const words = texts.call;

interface Props {
  call: Call | undefined;
  newer: string | undefined;
  older: string | undefined;
  onSelect: (eventId: string) => void;
  onClose: () => void;
}

interface ActionProps {
  label: string;
  icon: ReactNode;
  onClick: () => void;
  disabled?: boolean;
}

function Action({ label, icon, onClick, disabled = false }: ActionProps) {
  return (
    <Tooltip title={label}>
      <span>
        <IconButton aria-label={label} disabled={disabled} onClick={onClick}>
          {icon}
        </IconButton>
      </span>
    </Tooltip>
  );
}

export function PanelHeader({ call, newer, older, onSelect, onClose }: Props) {
  const step = (to: string | undefined) => () => to !== undefined && onSelect(to);
  return (
    <Stack direction="row" sx={{ alignItems: 'flex-start', gap: 0.5, mb: 2 }}>
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        <Typography variant="body2" color="textSecondary">
          {call === undefined ? words.title : providerName(call.provider)}
        </Typography>
        <Typography
          variant="h2"
          sx={{ fontSize: '1.375rem', fontWeight: 700, overflowWrap: 'anywhere' }}
        >
          {call?.modelName}
        </Typography>
      </Box>
      <Action
        label={words.newer}
        icon={<KeyboardArrowUp />}
        disabled={newer === undefined}
        onClick={step(newer)}
      />
      <Action
        label={words.older}
        icon={<KeyboardArrowDown />}
        disabled={older === undefined}
        onClick={step(older)}
      />
      <Action label={words.close} icon={<Close />} onClick={onClose} />
    </Stack>
  );
}
