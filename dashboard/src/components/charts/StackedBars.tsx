import Skeleton from '@mui/material/Skeleton';
import { lazy, Suspense } from 'react';
import type { StackedBarsProps } from './StackedBarsChart';

// The charts library is larger than the rest of a page; it comes when the page is already there.
const Chart = lazy(() => import('./StackedBarsChart'));

export function StackedBars(props: StackedBarsProps) {
  return (
    <Suspense
      fallback={<Skeleton variant="rounded" sx={{ height: props.height, borderRadius: '16px' }} />}
    >
      <Chart {...props} />
    </Suspense>
  );
}
