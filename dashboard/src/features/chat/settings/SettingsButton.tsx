import TuneOutlined from '@mui/icons-material/TuneOutlined';
import Button from '@mui/material/Button';
import { texts } from '@/texts';

const words = texts.chat;

interface Props {
  model: string | null;
  onClick: () => void;
}

/** Says which model answers, and leads to how it is asked. */
export function SettingsButton({ model, onClick }: Props) {
  const shown = model ?? words.noModel;
  return (
    <Button
      size="small"
      variant="outlined"
      startIcon={<TuneOutlined />}
      aria-label={words.settings(shown)}
      aria-haspopup="dialog"
      onClick={onClick}
      sx={{
        flexShrink: 0,
        maxWidth: 260,
        px: 1.5,
        borderColor: 'divider',
        color: 'text.primary',
        '& > .name': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
      }}
    >
      <span className="name">{shown}</span>
    </Button>
  );
}
