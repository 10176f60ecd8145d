import Skeleton from '@mui/material/Skeleton';
import { lazy, Suspense } from 'react';
import type { DonutProps } from './DonutChart';

const Chart = lazy(() => import('./DonutChart'));

export function Donut(props: DonutProps) {
  return (
    <Suspense
      fallback={
        <Skeleton variant="circular" sx={{ width: props.size, height: props.size, mx: 'auto' }} />
      }
    >
      <Chart {...props} />
    </Suspense>
  );
}
