import { isRouteErrorResponse, useRouteError } from 'react-router';
import { Problem } from '@/api/problem';
import { Crash } from './Crash';
import { Failed } from './states/Failed';
import { NotFound } from './states/NotFound';

export function RouteError() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) {
    return <NotFound />;
  }
  if (error instanceof Problem) {
    return <Failed error={error} onRetry={() => window.location.reload()} />;
  }
  return <Crash />;
}
