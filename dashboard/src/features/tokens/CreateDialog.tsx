import { useOrg } from '@/api/OrgContext';
import { useCreateToken } from './api/useCreateToken';
import { CreatedToken } from './CreatedToken';
import { CreateForm } from './CreateForm';

/** First the form, then the token. */
export function CreateDialog({ onClose }: { onClose: () => void }) {
  const { mutate, data, error, isPending } = useCreateToken(useOrg().orgId);
  return data === undefined ? (
    <CreateForm
      pending={isPending}
      error={error}
      onSubmit={(token) => mutate(token)}
      onClose={onClose}
    />
  ) : (
    <CreatedToken {...data} onClose={onClose} />
  );
}
