import Typography from '@mui/material/Typography';
import type { Member } from '@/api/answers';
import { useOrg } from '@/api/OrgContext';
import { Confirm } from '@/components/Confirm';
import { texts } from '@/texts';
import { useRemoveMember } from './api/useRemoveMember';

const words = texts.members;

export function RemoveDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { mutate, error, isPending } = useRemoveMember(useOrg().orgId);
  return (
    <Confirm
      title={words.removeTitle(member.name)}
      action={words.removeAction}
      destructive
      pending={isPending}
      error={error}
      onConfirm={() => mutate(member.userId, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Typography>{words.removeDetail}</Typography>
    </Confirm>
  );
}
