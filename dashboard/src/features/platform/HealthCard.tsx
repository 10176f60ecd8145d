import Card from '@mui/material/Card';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { UseQueryResult } from '@tanstack/react-query';
import { CostTier } from '@/components/CostTier';
import type { Tier } from '@/lib/tiers';
import { texts } from '@/texts';

const words = texts.platform.health;

interface Condition {
  value: string;
  detail: string;
  tier?: Tier;
}

interface Props<T> {
  label: string;
  query: UseQueryResult<T>;
  children: (data: T) => Condition;
}

/** One sign of health. Of services that do not answer it says so; that is a sign, too. */
export function HealthCard<T>({ label, query, children }: Props<T>) {
  const condition = query.data === undefined ? undefined : children(query.data);
  const tier = query.isError ? 'red' : condition?.tier;
  return (
    <Card component="section" aria-label={label} sx={{ p: 2.5, minHeight: { xs: 200, sm: 164 } }}>
      <Typography variant="body2" color="textSecondary" sx={{ fontWeight: 600 }}>
        {label}
      </Typography>
      <Typography component="p" sx={{ fontSize: '1.5rem', fontWeight: 700, lineHeight: 1.4 }}>
        {condition?.value ?? (query.isError ? texts.values.none : <Skeleton width="60%" />)}
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {query.isError ? query.error.message : (condition?.detail ?? <Skeleton width="80%" />)}
      </Typography>
      {tier !== undefined && (
        <CostTier tier={tier} label={query.isError ? words.unreachable : words.tiers[tier]} />
      )}
    </Card>
  );
}
