import { Navigate, Outlet, useLocation } from 'react-router';
import { signInPath } from './returnPath';
import { useSession } from '@/api/SessionContext';

/** Whoever is not signed in goes to the sign-in page, and afterwards back to where they were. */
export function RequireSession() {
  const { state } = useSession();
  const { pathname, search } = useLocation();
  if (state.status === 'signedIn') {
    return <Outlet />;
  }
  return (
    <Navigate to={state.why === 'left' ? '/sign-in' : signInPath(pathname + search)} replace />
  );
}
