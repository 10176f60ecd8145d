import ArrowBack from '@mui/icons-material/ArrowBack';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { Link, useParams } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import { statusOf } from '@/api/problem';
import { InCurrency } from '@/components/currency/InCurrency';
import { Figures } from '@/components/Figures';
import { CurrencyChoice } from '@/components/filters/CurrencyChoice';
import { CurrencyNote } from '@/components/filters/CurrencyNote';
import { PageHeader } from '@/components/PageHeader';
import { Empty } from '@/components/states/Empty';
import { Failed } from '@/components/states/Failed';
import { today } from '@/lib/days';
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
  // A conversation has no last day: it is shown at the newest rate.
  const day = today('UTC');
  return (
    <>
      <PageHeader
        title={id}
        above={<Back orgId={orgId} />}
        actions={<CurrencyChoice on={day} />}
        subtitle={last === undefined ? ' ' : words.lastMessage(formatInstant(last, timeZone))}
      />
      {conversation.isError ? (
        <NotThere error={conversation.error} onRetry={() => void conversation.refetch()} />
      ) : (
        <Box sx={{ display: 'grid', gap: 2.5, gridTemplateColumns: 'minmax(0, 1fr)' }}>
          <CurrencyNote on={day} />
          <InCurrency on={day}>
            <Figures label={words.figures.label} figures={figuresOf(conversation.data)} />
            <ConversationCalls conversationId={id} />
          </InCurrency>
        </Box>
      )}
    </>
  );
}
