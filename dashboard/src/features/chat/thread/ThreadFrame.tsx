import ArrowBack from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import { texts } from '@/texts';
import { SessionIndicator } from '../SessionIndicator';

interface Props {
  title: ReactNode;
  actions?: ReactNode;
  /** Below the title, in a row. */
  below: ReactNode;
  children: ReactNode;
  composer: ReactNode;
}

/** A conversation from its title to where one writes. */
export function ThreadFrame({ title, actions, below, children, composer }: Props) {
  const { orgId } = useOrg();
  return (
    <Card sx={{ display: 'flex', flexDirection: 'column', minHeight: 0, minWidth: 0 }}>
      <Box
        sx={{ px: { xs: 1.5, sm: 2.5 }, pt: 1.5, pb: 1, borderBottom: 1, borderColor: 'divider' }}
      >
        <Stack direction="row" sx={{ alignItems: 'center', gap: 1, minHeight: 40 }}>
          <IconButton
            component={Link}
            to={`/orgs/${orgId}/chat`}
            aria-label={texts.chat.all}
            sx={{ display: { md: 'none' }, ml: -0.5 }}
          >
            <ArrowBack />
          </IconButton>
          <Box sx={{ flexGrow: 1, minWidth: 0 }}>{title}</Box>
          {actions}
        </Stack>
        <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 0.5 }}>
          {below}
        </Stack>
      </Box>
      {children}
      <Box sx={{ px: { xs: 1, sm: 2.5 }, pt: 1, pb: 1 }}>
        <Box sx={{ maxWidth: 820, mx: 'auto' }}>
          {composer}
          <SessionIndicator />
        </Box>
      </Box>
    </Card>
  );
}
