import MuiLink from '@mui/material/Link';
import { Link } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import { texts } from '@/texts';

export function ConversationLink({ conversationId }: { conversationId: string | null }) {
  const { orgId } = useOrg();
  if (conversationId === null) {
    return texts.values.none;
  }
  return (
    <MuiLink
      component={Link}
      to={`/orgs/${orgId}/conversations/${encodeURIComponent(conversationId)}`}
      title={conversationId}
      noWrap
      sx={{ display: 'inline-block', maxWidth: '22ch', verticalAlign: 'bottom' }}
    >
      {conversationId}
    </MuiLink>
  );
}
