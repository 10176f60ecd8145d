import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { Navigate, useSearchParams } from 'react-router';
import { Backdrop } from '@/components/Backdrop';
import { Logo } from '@/components/Logo';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';
import { OidcSignIn } from './OidcSignIn';
import { PasswordSignIn } from './PasswordSignIn';
import { safeReturnPath } from './returnPath';
import { useSession } from '@/api/SessionContext';
import { TokenSignIn } from './TokenSignIn';

function SignInForm({ returnTo }: { returnTo: string }) {
  const { config } = useSession();
  if (config.signIn === 'oidc' && config.oidc !== null) {
    return <OidcSignIn config={config.oidc} returnTo={returnTo} />;
  }
  return config.signIn === 'password' ? (
    <PasswordSignIn demoUsers={config.demoUsers} />
  ) : (
    <TokenSignIn />
  );
}

export function Component() {
  const { state } = useSession();
  const [params] = useSearchParams();
  const returnTo = safeReturnPath(params.get('return'));
  if (state.status === 'signedIn') {
    return <Navigate to={returnTo} replace />;
  }
  return (
    <Backdrop>
      <title>{`${texts.session.title} · ${texts.shell.product}`}</title>
      <Stack component="main" sx={{ minHeight: '100dvh', justifyContent: 'center', p: 2 }}>
        <Card sx={{ width: '100%', maxWidth: 440, mx: 'auto', p: { xs: 3, sm: 5 } }}>
          <Stack sx={{ gap: 3 }}>
            <Stack direction="row" sx={{ alignItems: 'center', gap: 1.5 }}>
              <Logo size={48} />
              <Typography sx={{ fontSize: '1.25rem', fontWeight: 700 }}>
                {texts.shell.product}
              </Typography>
            </Stack>
            <Stack sx={{ gap: 0.5 }}>
              <Typography variant="h1">{texts.session.title}</Typography>
              <Typography color="textSecondary">{texts.session.lead}</Typography>
            </Stack>
            {state.why === 'expired' && <Notice severity="info">{texts.session.expired}</Notice>}
            {state.why === 'left' && <Notice severity="success">{texts.session.signedOut}</Notice>}
            <SignInForm returnTo={returnTo} />
          </Stack>
        </Card>
      </Stack>
    </Backdrop>
  );
}
