import ArrowBack from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Link, useParams } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import { statusOf } from '@/api/problem';
import { Figures } from '@/components/Figures';
import { PageHeader } from '@/components/PageHeader';
import { Empty } from '@/components/states/Empty';
import { Failed } from '@/components/states/Failed';
import { formatInstant } from '@/lib/instants';
import { texts } from '@/texts';
import { useConversation } from './api/useConversation';
import { ConversationCalls } from './ConversationCalls';
import { figuresOf } from './figures';

const words = texts.conversations;

function Back({ orgId }: { orgId: string }) {
  return (
    <Button
      component={Link}
      to={`/orgs/${orgId}/conversations`}
      startIcon={<ArrowBack />}
      sx={{ ml: -1.5 }}
    >
      {words.back}
    </Button>
  );
}

function NotThere({ error, onRetry }: { error: Error; onRetry: () => void }) {
  if (statusOf(error) === 404) {
    return <Empty title={words.notFoundTitle} detail={words.notFoundDetail} />;
  }
  return <Failed error={error} onRetry={onRetry} />;
}

export function Component() {
  const { id = '' } = useParams();
  const { orgId, timeZone } = useOrg();
  const conversation = useConversation(orgId, id);
  const last = conversation.data?.lastMessageAt;
  return (
    <>
      <PageHeader
        title={id}
        above={<Back orgId={orgId} />}
        subtitle={last === undefined ? ' ' : words.lastMessage(formatInstant(last, timeZone))}
      />
      {conversation.isError ? (
        <NotThere error={conversation.error} onRetry={() => void conversation.refetch()} />
      ) : (
        <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <Figures label={words.figures.label} figures={figuresOf(conversation.data)} />
          <ConversationCalls conversationId={id} />
        </Box>
      )}
    </>
  );
}
