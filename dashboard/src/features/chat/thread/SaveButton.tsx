import FileDownloadOutlined from '@mui/icons-material/FileDownloadOutlined';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { texts } from '@/texts';

const words = texts.chat;

interface Props {
  pending: boolean;
  onSave: () => void;
}

export function SaveButton({ pending, onSave }: Props) {
  return (
    <Tooltip title={words.save}>
      {/* A button that is disabled has no tooltip of its own. */}
      <span>
        <IconButton aria-label={words.save} disabled={pending} onClick={onSave}>
          <FileDownloadOutlined />
        </IconButton>
      </span>
    </Tooltip>
  );
}
