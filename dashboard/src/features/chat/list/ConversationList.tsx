import List from '@mui/material/List';
import ListItem from '@mui/material/ListItem';
import ListItemButton from '@mui/material/ListItemButton';
import ListItemText from '@mui/material/ListItemText';
import { NavLink } from 'react-router';
import type { Conversation } from '@/api/chatGateway';
import { useOrg } from '@/api/OrgContext';
import { formatMoment } from '@/lib/instants';
import { texts } from '@/texts';
import { titleOf } from '../titleOf';

function Item({ conversation }: { conversation: Conversation }) {
  const { orgId, timeZone } = useOrg();
  return (
    <ListItem disablePadding sx={{ mb: 0.25 }}>
      <ListItemButton
        component={NavLink}
        to={`/orgs/${orgId}/chat/${conversation.id}`}
        sx={{
          borderRadius: '16px',
          py: 0.75,
          '&.active': {
            bgcolor: 'surface.secondaryContainer',
            color: 'surface.onSecondaryContainer',
            '& .MuiListItemText-secondary': { color: 'inherit' },
          },
        }}
      >
        <ListItemText
          primary={titleOf(conversation)}
          secondary={formatMoment(conversation.updatedAt, timeZone)}
          slotProps={{
            primary: { noWrap: true, sx: { fontWeight: 600, fontSize: '0.9375rem' } },
            secondary: { sx: { fontSize: '0.8125rem' } },
          }}
        />
      </ListItemButton>
    </ListItem>
  );
}

export function ConversationList({ conversations }: { conversations: Conversation[] }) {
  return (
    <List aria-label={texts.chat.list} disablePadding>
      {conversations.map((conversation) => (
        <Item key={conversation.id} conversation={conversation} />
      ))}
    </List>
  );
}
