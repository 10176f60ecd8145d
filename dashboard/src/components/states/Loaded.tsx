import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useDeferredValue } from 'react';
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
  // Drawn in slices, so that the page reacts while a long table or a chart comes.
  const data = useDeferredValue(query.data);
  if (data !== undefined) {
    return children(data);
  }
  if (query.isError) {
    return <Failed error={query.error} onRetry={() => void query.refetch()} />;
  }
  return <Loading height={height} />;
}
