import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failed } from './Failed';
import { Loading } from './Loading';

interface Props<T> {
  query: UseQueryResult<T>;
  /** What the content will take. */
  height: number | string;
  children: (data: T) => ReactNode;
}

/** The three states of everything that comes from a service. Old data stays while new is fetched. */
export function Loaded<T>({ query, height, children }: Props<T>) {
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (query.isError) {
    return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  }
  return <Loading height={height} />;
}
