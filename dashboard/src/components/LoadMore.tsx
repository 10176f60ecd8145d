import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { texts } from '@/texts';

interface Props {
  /** Of TanStack Query: a list that comes page by page. */
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}

/** Nothing where there is no further page. */
export function LoadMore({ query }: Props) {
  if (!query.hasNextPage) {
    return null;
  }
  return (
    <Box sx={{ textAlign: 'center', pt: 2 }}>
      <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
        {texts.actions.more}
      </Button>
    </Box>
  );
}
