import CheckBox from '@mui/icons-material/CheckBox';
import CheckBoxOutlineBlank from '@mui/icons-material/CheckBoxOutlineBlank';
import ViewColumnOutlined from '@mui/icons-material/ViewColumnOutlined';
import Button from '@mui/material/Button';
import ListItemIcon from '@mui/material/ListItemIcon';
import Divider from '@mui/material/Divider';
import ListItemText from '@mui/material/ListItemText';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useState } from 'react';
import { CALL_COLUMNS, type CallColumn } from './shared/columns';
import { texts } from '@/texts';

const words = texts.calls.columns;

interface Props {
  columns: CallColumn[];
  onToggle: (column: CallColumn) => void;
  onReset: () => void;
}

export function ColumnChoice({ columns, onToggle, onReset }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  return (
    <>
      <Button
        startIcon={<ViewColumnOutlined />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
      >
        {words.label}
      </Button>
      <Menu
        anchorEl={anchor}
        open={anchor !== null}
        onClose={() => setAnchor(null)}
        slotProps={{ list: { dense: true, 'aria-label': words.choose } }}
      >
        {CALL_COLUMNS.map((column) => (
          <MenuItem
            key={column}
            role="menuitemcheckbox"
            aria-checked={columns.includes(column)}
            disabled={column === 'time'}
            onClick={() => onToggle(column)}
          >
            <ListItemIcon>
              {columns.includes(column) ? <CheckBox color="primary" /> : <CheckBoxOutlineBlank />}
            </ListItemIcon>
            <ListItemText primary={words[column]} />
          </MenuItem>
        ))}
        <Divider component="li" aria-hidden />
        <MenuItem onClick={onReset}>{words.reset}</MenuItem>
      </Menu>
    </>
  );
}
