import { useState } from 'react';
import type { Member } from '@/api/answers';
import { useOrg } from '@/api/OrgContext';
import { FormDialog } from '@/components/FormDialog';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';
import { useMembers } from './api/useMembers';
import { usePutMember } from './api/usePutMember';
import { localFaults, type MemberFields, refusedFaults } from './memberFaults';
import { MemberFormFields } from './MemberFormFields';

const words = texts.members;

interface Props {
  /** Undefined for a new one. */
  member?: Member;
  onClose: () => void;
}

function useTakenIds(isNew: boolean): string[] {
  const members = useMembers(useOrg().orgId).data?.pages.flatMap((page) => page.members) ?? [];
  return isNew ? members.map(({ userId }) => userId) : [];
}

export function MemberDialog({ member, onClose }: Props) {
  const { orgId } = useOrg();
  const [fields, setFields] = useState<MemberFields>({
    userId: member?.userId ?? '',
    name: member?.name ?? '',
    email: member?.email ?? '',
    role: member?.role ?? 'member',
  });
  const [tried, setTried] = useState(false);
  const { mutate, error, isPending } = usePutMember(orgId);
  const local = localFaults(fields, useTakenIds(member === undefined));
  const refused = refusedFaults(error);
  const faults = { ...refused, ...(tried ? local : {}) };
  function save() {
    setTried(true);
    if (Object.keys(local).length > 0) {
      return;
    }
    const name = fields.name.trim();
    const email = fields.email.trim();
    mutate(
      {
        userId: fields.userId.trim(),
        role: fields.role,
        ...(name !== '' && { name }),
        ...(email !== '' && { email }),
      },
      { onSuccess: onClose },
    );
  }
  return (
    <FormDialog
      title={member === undefined ? words.addTitle : words.editTitle(member.name)}
      submit={member === undefined ? words.add : words.save}
      pending={isPending}
      onSubmit={save}
      onClose={onClose}
    >
      <MemberFormFields member={member} fields={fields} faults={faults} onChange={setFields} />
      {error !== null && Object.keys(refused).length === 0 && (
        <Notice severity="error">{error.message}</Notice>
      )}
    </FormDialog>
  );
}
