import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { createColumnHelper } from '@tanstack/react-table';
import type { ApiToken } from '@/api/answers';
import { useOrg } from '@/api/OrgContext';
import { HiddenText } from '@/components/HiddenText';
import { formatFullDay, today } from '@/lib/days';
import { formatInstant } from '@/lib/instants';
import { texts } from '@/texts';
import { CallNotes } from './CallNotes';
import { Expiry } from './Expiry';
import { RevokeButton } from './RevokeButton';
import { ScopeChips } from './ScopeChips';

const words = texts.tokens;

function NameCell({ token }: { token: ApiToken }) {
  return (
    <>
      <Typography sx={{ fontWeight: 600 }}>{token.name}</Typography>
      <Box component="code" sx={{ fontSize: '0.8125rem', color: 'text.secondary' }}>
        {token.hint}…
      </Box>
    </>
  );
}

function LastUsed({ instant }: { instant: string | null }) {
  const { timeZone } = useOrg();
  return instant === null ? words.never : formatInstant(instant, timeZone);
}

function CreatedCell({ token: { createdBy, createdAt } }: { token: ApiToken }) {
  const { timeZone } = useOrg();
  return words.createdBy(createdBy, formatFullDay(today(timeZone, new Date(createdAt))));
}

const column = createColumnHelper<ApiToken>();

export const columns = [
  column.accessor('name', {
    header: words.name,
    sortDescFirst: false,
    cell: ({ row }) => <NameCell token={row.original} />,
  }),
  column.display({
    id: 'scopes',
    header: words.scopes,
    cell: ({ row }) => (
      <>
        <ScopeChips scopes={row.original.scopes} />
        <CallNotes token={row.original} />
      </>
    ),
  }),
  column.accessor('lastUsedAt', {
    header: words.lastUsed,
    cell: ({ getValue }) => <LastUsed instant={getValue()} />,
  }),
  column.accessor('expiresAt', {
    header: words.expires,
    cell: ({ getValue }) => <Expiry instant={getValue()} />,
  }),
  column.accessor('createdAt', {
    header: words.created,
    cell: ({ row }) => <CreatedCell token={row.original} />,
  }),
  column.display({
    id: 'revoke',
    header: () => <HiddenText>{texts.actions.actions}</HiddenText>,
    meta: { numeric: true },
    cell: ({ row }) => <RevokeButton token={row.original} />,
  }),
];
