import ArrowBack from '@mui/icons-material/ArrowBack';
import Button from '@mui/material/Button';
import { Link, useParams } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import { statusOf } from '@/api/problem';
import { PageHeader } from '@/components/PageHeader';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { formatInstant } from '@/lib/instants';
import { texts } from '@/texts';
import { useConversation } from './api/useConversation';
import { ConversationCalls } from './ConversationCalls';
import { Figures } from './Figures';

const t = texts.conversations;
const HEIGHT = 96;

function Back({ orgId }: { orgId: string }) {
  return (
    <Button
      component={Link}
      to={`/orgs/${orgId}/conversations`}
      startIcon={<ArrowBack />}
      sx={{ ml: -1.5 }}
    >
      {t.back}
    </Button>
  );
}

export function Component() {
  const { id = '' } = useParams();
  const { orgId, timeZone } = useOrg();
  const conversation = useConversation(orgId, id);
  const last = conversation.data?.lastMessageAt;
  const missing = statusOf(conversation.error) === 404;
  return (
    <>
      <PageHeader
        title={id}
        above={<Back orgId={orgId} />}
        subtitle={last === undefined ? ' ' : t.lastMessage(formatInstant(last, timeZone))}
      />
      {missing ? (
        <Empty title={t.notFoundTitle} detail={t.notFoundDetail} />
      ) : (
        <>
          <Loaded query={conversation} height={HEIGHT}>
            {(usage) => <Figures usage={usage} />}
          </Loaded>
          <ConversationCalls conversationId={id} />
        </>
      )}
    </>
  );
}
