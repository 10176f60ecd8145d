import Box from '@mui/material/Box';
import { Suspense, useState } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { useMe } from '@/api/useMe';
import { Backdrop } from '@/components/Backdrop';
import { Splash } from '@/components/Splash';
import { destinationsOf } from '../navigation';
import { Main } from './Main';
import { NavigationDrawer } from './NavigationDrawer';
import { NavigationRail, RAIL_WIDTH } from './NavigationRail';
import { SkipLink } from './SkipLink';
import { TopBar } from './TopBar';
import { useCurrentOrg } from './useCurrentOrg';
import { useGateway } from './useGateway';

function Frame() {
  const me = useMe();
  const org = useCurrentOrg(me);
  const [drawerOpen, setDrawerOpen] = useState(false);
  const destinations = destinationsOf(me, org, useGateway(org));
  return (
    <Backdrop>
      <SkipLink />
      <NavigationRail destinations={destinations} />
      <NavigationDrawer
        destinations={destinations}
        open={drawerOpen}
        onClose={() => setDrawerOpen(false)}
      />
      <Box sx={{ pl: { md: `${RAIL_WIDTH}px` } }}>
        <TopBar me={me} org={org} onOpenNavigation={() => setDrawerOpen(true)} />
        <Main>
          <Outlet />
        </Main>
      </Box>
      <ScrollRestoration />
    </Backdrop>
  );
}

export function Shell() {
  return (
    <Suspense fallback={<Splash />}>
      <Frame />
    </Suspense>
  );
}
