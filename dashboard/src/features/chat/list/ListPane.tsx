import Add from '@mui/icons-material/Add';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Link } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import { LoadMore } from '@/components/LoadMore';
import { Loaded } from '@/components/states/Loaded';
import { texts } from '@/texts';
import { useConversations } from '../api/useConversations';
import { ConversationList } from './ConversationList';

const words = texts.chat;

/** @param first it is all that a phone shows, so that its heading is that of the page */
export function ListPane({ first }: { first: boolean }) {
  const { orgId } = useOrg();
  const conversations = useConversations(orgId);
  return (
    <Card
      sx={{
        display: { xs: first ? 'flex' : 'none', md: 'flex' },
        flexDirection: 'column',
        minHeight: 0,
      }}
    >
      <Stack direction="row" sx={{ alignItems: 'center', gap: 1, p: 2, pb: 1 }}>
        <Typography variant="h2" component={first ? 'h1' : 'h2'} sx={{ flexGrow: 1 }}>
          {words.listTitle}
        </Typography>
        <Button
          component={Link}
          to={`/orgs/${orgId}/chat/new`}
          variant="contained"
          size="small"
          startIcon={<Add />}
          sx={{ pl: 1.5, pr: 2 }}
        >
          {words.newChat}
        </Button>
      </Stack>
      <Box sx={{ flexGrow: 1, minHeight: 0, overflowY: 'auto', px: 1, pb: 1 }}>
        <Loaded query={conversations} height={240}>
          {({ pages }) => {
            const found = pages.flatMap((page) => page.conversations);
            return found.length === 0 ? (
              <Typography color="textSecondary" variant="body2" sx={{ px: 1, py: 1 }}>
                {words.emptyList}
              </Typography>
            ) : (
              <>
                <ConversationList conversations={found} />
                <LoadMore query={conversations} />
              </>
            );
          }}
        </Loaded>
      </Box>
    </Card>
  );
}
