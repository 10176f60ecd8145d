import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import type { ApiToken } from '@/api/answers';
import { useOrg } from '@/api/OrgContext';
import { Confirm } from '@/components/Confirm';
import { texts } from '@/texts';
import { useRevokeToken } from './api/useRevokeToken';

const words = texts.tokens;

export function RevokeButton({ token }: { token: ApiToken }) {
  const [open, setOpen] = useState(false);
  const { mutate, error, isPending } = useRevokeToken(useOrg().orgId);
  return (
    <>
      <Button
        size="small"
        color="error"
        aria-label={words.revokeOf(token.name)}
        onClick={() => setOpen(true)}
      >
        {words.revoke}
      </Button>
      {open && (
        <Confirm
          title={words.revokeTitle(token.name)}
          action={words.revoke}
          destructive
          pending={isPending}
          error={error}
          onConfirm={() => mutate(token.tokenId, { onSuccess: () => setOpen(false) })}
          onClose={() => setOpen(false)}
        >
          <Typography>{words.revokeDetail}</Typography>
        </Confirm>
      )}
    </>
  );
}
