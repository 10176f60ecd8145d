import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import { Link, NavLink } from 'react-router';
import { Logo } from '@/components/Logo';
import { texts } from '@/texts';
import type { Destination } from '../navigation';

export const RAIL_WIDTH = 96;

function RailItem({ label, icon, to }: Destination) {
  return (
    <Box
      component={NavLink}
      to={to}
      sx={{
        display: 'grid',
        justifyItems: 'center',
        gap: 0.5,
        width: '100%',
        py: 0.75,
        color: 'text.secondary',
        textDecoration: 'none',
        fontSize: '0.75rem',
        fontWeight: 600,
        lineHeight: 1.2,
        textAlign: 'center',
        borderRadius: '12px',
        '& .indicator': {
          display: 'grid',
          placeItems: 'center',
          width: 56,
          height: 32,
          borderRadius: 999,
          transition: 'background-color 120ms',
        },
        '&:hover .indicator': { bgcolor: 'action.hover' },
        '&.active': { color: 'text.primary' },
        '&.active .indicator': {
          bgcolor: 'surface.secondaryContainer',
          color: 'surface.onSecondaryContainer',
        },
      }}
    >
      <span className="indicator" aria-hidden>
        {icon}
      </span>
      {label}
    </Box>
  );
}

/** The navigation of wide screens. */
export function NavigationRail({ destinations }: { destinations: Destination[] }) {
  return (
    <Stack
      component="nav"
      aria-label={texts.shell.navigation}
      sx={{
        display: { xs: 'none', md: 'flex' },
        position: 'fixed',
        insetBlock: 0,
        left: 0,
        zIndex: 'appBar',
        width: RAIL_WIDTH,
        alignItems: 'center',
        gap: 0.5,
        px: 1,
        py: 2,
        overflowY: 'auto',
      }}
    >
      <Box component={Link} to="/" aria-label={texts.shell.product} sx={{ mb: 2, lineHeight: 0 }}>
        <Logo size={44} />
      </Box>
      {destinations.map((destination) => (
        <RailItem key={destination.to} {...destination} />
      ))}
    </Stack>
  );
}
