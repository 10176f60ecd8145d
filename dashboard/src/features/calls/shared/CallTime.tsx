import MuiLink from '@mui/material/Link';
import { use } from 'react';
import { Link, useLocation } from 'react-router';
import type { Call } from '@/api/answers';
import { formatSecond } from '@/lib/instants';
import { CallZone } from './CallZone';
import { useSelectedCall } from './useSelectedCall';

/** When a call was, leading to its panel. */
export function CallTime({ call: { eventId, occurredAt } }: { call: Call }) {
  const { searchOf } = useSelectedCall();
  const { state } = useLocation() as { state: unknown };
  return (
    <MuiLink
      component={Link}
      to={{ search: searchOf(eventId) }}
      replace
      preventScrollReset
      state={state}
      sx={{ fontWeight: 600, whiteSpace: 'nowrap' }}
    >
      {formatSecond(occurredAt, use(CallZone))}
    </MuiLink>
  );
}
