import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import FirstPage from '@mui/icons-material/FirstPage';
import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { formatCount } from '@/lib/numbers';
import type { CursorPaging } from '@/lib/useCursorPaging';
import { texts } from '@/texts';

interface Props {
  paging: CursorPaging;
  page: { total: number; limit: number; nextCursor: string | null };
  /** How many there are on this page. */
  shown: number;
}

function rangeOf({ paging: { pagesBefore }, page: { total, limit }, shown }: Props): string {
  if (shown === 0) {
    return texts.paging.none;
  }
  if (pagesBefore === undefined) {
    return texts.paging.some(formatCount(shown), formatCount(total));
  }
  const first = pagesBefore * limit + 1;
  const [from, to, all] = [first, first + shown - 1, total].map(formatCount) as [
    string,
    string,
    string,
  ];
  return texts.paging.range(from, to, all);
}

interface StepsProps {
  paging: CursorPaging;
  nextCursor: string | null;
}

function Steps({ paging, nextCursor }: StepsProps) {
  return (
    <>
      <Button
        size="small"
        startIcon={<FirstPage />}
        disabled={paging.newest === undefined}
        onClick={paging.newest}
      >
        {texts.paging.newest}
      </Button>
      <Button
        size="small"
        startIcon={<ChevronLeft />}
        disabled={paging.newer === undefined}
        onClick={paging.newer}
      >
        {texts.paging.newer}
      </Button>
      <Button
        size="small"
        endIcon={<ChevronRight />}
        disabled={nextCursor === null}
        onClick={() => nextCursor !== null && paging.older(nextCursor)}
      >
        {texts.paging.older}
      </Button>
    </>
  );
}

export function Pager(props: Props) {
  const { paging, page } = props;
  const { nextCursor } = page;
  return (
    <Stack
      component="nav"
      aria-label={texts.paging.label}
      direction="row"
      sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1, pt: 1.5 }}
    >
      <Typography variant="body2" color="textSecondary" role="status" sx={{ flexGrow: 1 }}>
        {rangeOf(props)}
      </Typography>
      {(paging.newest !== undefined || nextCursor !== null) && (
        <Steps paging={paging} nextCursor={nextCursor} />
      )}
    </Stack>
  );
}
