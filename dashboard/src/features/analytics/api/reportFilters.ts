import type { Filters } from '@/lib/useFilters';

/** What all reports of an org are filtered by. */
export type ReportFilters = Pick<Filters, 'from' | 'to' | 'tz' | 'feature'>;

export const reportFilters = ({ from, to, tz, feature }: Filters): ReportFilters => ({
  from,
  to,
  tz,
  feature,
});
