import MenuOutlined from '@mui/icons-material/MenuOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import type { Me, OrgAccess } from '@/api/answers';
import { texts } from '@/texts';
import { OrgSwitcher } from './OrgSwitcher';
import { ThemeMenu } from './ThemeMenu';
import { UserMenu } from './UserMenu';

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
      {org !== undefined && <OrgSwitcher orgs={me.orgs} org={org} />}
      <Box sx={{ flexGrow: 1 }} />
      <ThemeMenu />
      <UserMenu me={me} org={org} />
    </Stack>
  );
}
