import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import { useId } from 'react';
import type { ApiToken } from '@/api/answers';
import { useOrg } from '@/api/OrgContext';
import { Notice } from '@/components/Notice';
import { useSession } from '@/api/SessionContext';
import { texts } from '@/texts';
import { CodeBlock } from './CodeBlock';
import { curlExample } from './example';

const words = texts.tokens;

interface Props {
  token: string;
  apiToken: ApiToken;
  onClose: () => void;
}

/** Closes by its button only: a click beside it must not lose what cannot be shown again. */
export function CreatedToken({ token, apiToken, onClose }: Props) {
  const { orgId } = useOrg();
  const { services } = useSession().config;
  const titleId = useId();
  const { origin } = window.location;
  return (
    <Dialog open aria-labelledby={titleId} fullWidth maxWidth="md">
      <DialogTitle id={titleId}>{words.createdTitle(apiToken.name)}</DialogTitle>
      <DialogContent>
        <Stack sx={{ gap: 2 }}>
          <Notice severity="warning">{words.once}</Notice>
          <CodeBlock label={words.token} code={token} copyLabel={words.copy} />
          <CodeBlock
            label={words.example}
            code={curlExample({
              token,
              orgId,
              scopes: apiToken.scopes,
              services,
              origin,
              models: apiToken.models,
            })}
            copyLabel={words.copyExample}
          />
        </Stack>
      </DialogContent>
      <DialogActions sx={{ px: 3, pb: 2.5 }}>
        <Button variant="contained" onClick={onClose}>
          {words.done}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
