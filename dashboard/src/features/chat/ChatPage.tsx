import Box from '@mui/material/Box';
import { Outlet, useParams } from 'react-router';
import { useMatch } from 'react-router';
import { ListPane } from './list/ListPane';

/** What the bar above takes, and some room below. */
const FRAME_HEIGHT = { xs: 'calc(100dvh - 76px)', md: 'calc(100dvh - 88px)' };

/** The list beside a conversation; on phones one of them. The conversation scrolls, the page does not. */
export function Component() {
  const { orgId = '' } = useParams();
  const atList = useMatch(`/orgs/${encodeURIComponent(orgId)}/chat`) !== null;
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '288px minmax(0, 1fr)' },
        gridTemplateRows: 'minmax(0, 1fr)',
        gap: 2,
        height: FRAME_HEIGHT,
        minHeight: 380,
        // Other pages leave more room at their end.
        mb: -8,
      }}
    >
      <ListPane first={atList} />
      <Box
        sx={{ display: { xs: atList ? 'none' : 'grid', md: 'grid' }, minHeight: 0, minWidth: 0 }}
      >
        <Outlet />
      </Box>
    </Box>
  );
}
