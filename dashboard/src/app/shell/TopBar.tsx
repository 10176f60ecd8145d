import MenuOutlined from '@mui/icons-material/MenuOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import { lazy, Suspense } from 'react';
import type { Me, OrgAccess } from '@/api/answers';
import { texts } from '@/texts';
import { OrgName } from './OrgName';
import { ThemeMenu } from './ThemeMenu';
import { UserMenu } from './UserMenu';

// One reads the figures of an org before one looks for another.
const OrgSwitcher = lazy(() => import('./OrgSwitcher'));

interface Props {
  me: Me;
  org: OrgAccess | undefined;
  onOpenNavigation: () => void;
}

export function TopBar({ me, org, onOpenNavigation }: Props) {
  return (
    <Stack
      component="header"
      direction="row"
      sx={{
        alignItems: 'center',
        gap: 1,
        px: { xs: 1, sm: 3 },
        py: 1.5,
        maxWidth: 1680,
        mx: 'auto',
      }}
    >
      <IconButton
        aria-label={texts.shell.openNavigation}
        onClick={onOpenNavigation}
        sx={{ display: { md: 'none' } }}
      >
        <MenuOutlined />
      </IconButton>
      {org !== undefined && (
        <Suspense fallback={<OrgName org={org} />}>
          <OrgSwitcher orgs={me.orgs} org={org} />
        </Suspense>
      )}
      <Box sx={{ flexGrow: 1 }} />
      <ThemeMenu />
      <UserMenu me={me} org={org} />
    </Stack>
  );
}
