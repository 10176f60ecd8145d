import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import type { OidcConfig } from '@/api/config';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';
import { useOidcSignIn } from './useOidcSignIn';

interface Props {
  config: OidcConfig;
  returnTo: string;
}

export function OidcSignIn({ config, returnTo }: Props) {
  const { begin, error, pending } = useOidcSignIn(config, returnTo);
  return (
    <Stack sx={{ gap: 2 }}>
      {error !== null && <Notice severity="error">{texts.session.failed(error.message)}</Notice>}
      <Button variant="contained" size="large" loading={pending} onClick={begin}>
        {texts.session.withProvider}
      </Button>
    </Stack>
  );
}
