import Card from '@mui/material/Card';
import { useParams } from 'react-router';
import { statusOf } from '@/api/problem';
import { Empty } from '@/components/states/Empty';
import { Failed } from '@/components/states/Failed';
import { Loading } from '@/components/states/Loading';
import { texts } from '@/texts';
import { useConversation } from '../api/useConversation';
import { Thread } from './Thread';

const words = texts.chat;

function ThreadOf({ id }: { id: string }) {
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useConversation(id);
  const gone = statusOf(error) === 404;
  if (data !== undefined && !gone) {
    return (
      <Thread
        pages={data}
        onEarlier={hasNextPage ? () => void fetchNextPage() : undefined}
        loadingEarlier={isFetchingNextPage}
      />
    );
  }
  return (
    <Card sx={{ display: 'grid', alignContent: 'center' }}>
      {gone && <Empty level={1} title={words.notFoundTitle} detail={words.notFoundDetail} />}
      {error !== null && !gone && <Failed error={error} onRetry={() => void refetch()} />}
      {error === null && <Loading height={240} />}
    </Card>
  );
}

/** What is written in one conversation is not what is written in another. */
export function Component() {
  const { id = '' } = useParams();
  return <ThreadOf key={id} id={id} />;
}
