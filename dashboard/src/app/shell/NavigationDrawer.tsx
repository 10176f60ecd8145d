import Drawer from '@mui/material/Drawer';
import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemIcon from '@mui/material/ListItemIcon';
import ListItemText from '@mui/material/ListItemText';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { NavLink } from 'react-router';
import { Logo } from '@/components/Logo';
import { texts } from '@/texts';
import type { Destination } from '../navigation';

interface Props {
  destinations: Destination[];
  open: boolean;
  onClose: () => void;
}

/** The navigation of phones. */
export function NavigationDrawer({ destinations, open, onClose }: Props) {
  return (
    <Drawer
      open={open}
      onClose={onClose}
      slotProps={{ paper: { sx: { width: 300, borderRadius: '0 24px 24px 0', p: 1.5 } } }}
    >
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1.5, p: 1.5 }}>
        <Logo size={36} />
        <Typography variant="h2" component="p">
          {texts.shell.product}
        </Typography>
      </Stack>
      <nav aria-label={texts.shell.navigation}>
        <List>
          {destinations.map(({ label, icon, to }) => (
            <ListItem key={to} disablePadding>
              <ListItemButton
                component={NavLink}
                to={to}
                onClick={onClose}
                sx={{
                  borderRadius: 999,
                  minHeight: 56,
                  '&.active': {
                    bgcolor: 'surface.secondaryContainer',
                    color: 'surface.onSecondaryContainer',
                  },
                }}
              >
                <ListItemIcon sx={{ minWidth: 44, color: 'inherit' }}>{icon}</ListItemIcon>
                <ListItemText primary={label} />
              </ListItemButton>
            </ListItem>
          ))}
        </List>
      </nav>
    </Drawer>
  );
}
