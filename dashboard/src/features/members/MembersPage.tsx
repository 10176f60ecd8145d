import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import { useState } from 'react';
import { useOrg } from '@/api/OrgContext';
import { ChartCard } from '@/components/ChartCard';
import { PageHeader } from '@/components/PageHeader';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { DataTable } from '@/components/table/DataTable';
import { formatCount } from '@/lib/numbers';
import { useParam } from '@/lib/useParam';
import { texts } from '@/texts';
import { useMembers } from './api/useMembers';
import { columns } from './columns';
import { ImportDialog } from './ImportDialog';
import { matching } from './matching';
import { MemberDialog } from './MemberDialog';
import { MemberFilters } from './MemberFilters';

const words = texts.members;

/** More rows than this slow a page down; whoever wants them all asks for them. */
const FIRST = 50;

function Actions({ onOpen }: { onOpen: (dialog: 'add' | 'import') => void }) {
  return (
    <Stack direction="row" sx={{ gap: 1 }}>
      <Button variant="outlined" onClick={() => onOpen('import')}>
        {words.import}
      </Button>
      <Button variant="contained" onClick={() => onOpen('add')}>
        {words.add}
      </Button>
    </Stack>
  );
}

export function Component() {
  const { orgId, name } = useOrg();
  const members = useMembers(orgId);
  const [q, search] = useParam('q');
  const [role, chooseRole] = useParam('role');
  const [open, setOpen] = useState<'add' | 'import'>();
  const close = () => setOpen(undefined);
  const all = members.data?.pages.flatMap((page) => page.members) ?? [];
  const shown = matching(all, q, role);
  return (
    <>
      <PageHeader
        title={words.title}
        subtitle={words.subtitle(name)}
        actions={<Actions onOpen={setOpen} />}
      />
      <MemberFilters q={q} role={role} onSearch={search} onRole={chooseRole} />
      <ChartCard title={words.count(formatCount(shown.length), formatCount(all.length))}>
        <Loaded query={members} height={420}>
          {() =>
            shown.length === 0 ? (
              <Empty title={words.emptyTitle} detail={words.emptyDetail} />
            ) : (
              <DataTable
                label={words.title}
                columns={columns}
                rows={shown}
                rowKey={({ userId }) => userId}
                first={FIRST}
                initialSort={[{ id: 'name', desc: false }]}
              />
            )
          }
        </Loaded>
      </ChartCard>
      {open === 'add' && <MemberDialog onClose={close} />}
      {open === 'import' && <ImportDialog onClose={close} />}
    </>
  );
}
