import { createColumnHelper } from '@tanstack/react-table';
import type { Member } from '@/api/answers';
import { useOrg } from '@/api/OrgContext';
import { HiddenText } from '@/components/HiddenText';
import { formatFullDay, today } from '@/lib/days';
import { texts } from '@/texts';
import { MemberActions } from './MemberActions';
import { PersonCell } from './PersonCell';
import { RoleChip } from './RoleChip';
import { ROLES } from './rules';

const words = texts.members;

function Since({ instant }: { instant: string }) {
  return formatFullDay(today(useOrg().timeZone, new Date(instant)));
}

const column = createColumnHelper<Member>();

export const columns = [
  column.accessor('name', {
    header: words.name,
    sortDescFirst: false,
    cell: ({ row }) => <PersonCell member={row.original} />,
  }),
  column.accessor('email', {
    header: words.email,
    sortDescFirst: false,
    cell: ({ getValue }) => getValue() || texts.values.none,
  }),
  column.accessor(({ role }) => ROLES.findIndex((known) => known === role), {
    id: 'role',
    header: words.role,
    sortDescFirst: false,
    cell: ({ row }) => <RoleChip role={row.original.role} />,
  }),
  column.accessor('since', {
    header: words.since,
    cell: ({ getValue }) => <Since instant={getValue()} />,
  }),
  column.display({
    id: 'actions',
    header: () => <HiddenText>{texts.actions.actions}</HiddenText>,
    cell: ({ row }) => <MemberActions member={row.original} />,
  }),
];
