import LogoutOutlined from '@mui/icons-material/LogoutOutlined';
import Box from '@mui/material/Box';
import Divider from '@mui/material/Divider';
import IconButton from '@mui/material/IconButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { Me, OrgAccess } from '@/api/answers';
import { Initials } from '@/components/Initials';
import { useSignOut } from '@/features/session/useSignOut';
import { roleName } from '@/lib/names';
import { texts } from '@/texts';

interface Props {
  me: Me;
  org: OrgAccess | undefined;
}

export function UserMenu({ me, org }: Props) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const signOut = useSignOut();
  const name = me.name ?? me.userId;
  const role = me.superadmin ? texts.shell.superadmin : org?.role && roleName(org.role);
  return (
    <>
      <Tooltip title={texts.shell.account}>
        <IconButton
          aria-label={texts.shell.account}
          aria-haspopup="menu"
          onClick={(event) => setAnchor(event.currentTarget)}
        >
          <Initials name={name} />
        </IconButton>
      </Tooltip>
      <Menu anchorEl={anchor} open={anchor !== null} onClose={() => setAnchor(null)}>
        <Box component="li" sx={{ px: 2, py: 1 }}>
          <Typography sx={{ fontWeight: 600 }}>{name}</Typography>
          <Typography variant="body2" color="textSecondary">
            {[me.userId, role].filter(Boolean).join(' · ')}
          </Typography>
        </Box>
        <Divider component="li" />
        <MenuItem onClick={() => void signOut()}>
          <ListItemIcon>
            <LogoutOutlined fontSize="small" />
          </ListItemIcon>
          {texts.shell.signOut}
        </MenuItem>
      </Menu>
    </>
  );
}
