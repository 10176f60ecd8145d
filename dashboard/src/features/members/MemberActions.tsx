import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import { useState } from 'react';
import type { Member } from '@/api/answers';
import { texts } from '@/texts';
import { MemberDialog } from './MemberDialog';
import { RemoveDialog } from './RemoveDialog';
import { whyKept } from './rules';
import { usePowers } from './usePowers';

const words = texts.members;

export function MemberActions({ member }: { member: Member }) {
  const powers = usePowers();
  const [open, setOpen] = useState<'edit' | 'remove'>();
  const kept = whyKept(member, powers);
  const close = () => setOpen(undefined);
  return (
    <Box sx={{ whiteSpace: 'nowrap', textAlign: 'right' }}>
      <IconButton aria-label={words.edit(member.name)} onClick={() => setOpen('edit')}>
        <EditOutlined fontSize="small" />
      </IconButton>
      <Tooltip title={kept ?? ''}>
        {/* A disabled button tells no tooltip; what is around it does. */}
        <span>
          <IconButton
            aria-label={words.remove(member.name)}
            disabled={kept !== undefined}
            onClick={() => setOpen('remove')}
          >
            <DeleteOutlined fontSize="small" />
          </IconButton>
        </span>
      </Tooltip>
      {open === 'edit' && <MemberDialog member={member} onClose={close} />}
      {open === 'remove' && <RemoveDialog member={member} onClose={close} />}
    </Box>
  );
}
