import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useOrg } from '@/api/OrgContext';
import { Money } from '@/components/Money';
import { formatDays } from '@/lib/days';
import { formatInstant } from '@/lib/instants';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import { useRepriceRuns } from '../api/useRepriceRuns';
import type { Model, RepriceRun } from '../types';

const words = texts.prices.reprice;

function EarlierRun({ run }: { run: RepriceRun }) {
  const { timeZone } = useOrg();
  const { from, to } = run;
  return (
    <Box component="li" sx={{ py: 0.75 }}>
      <Typography component="span" sx={{ fontWeight: 600, mr: 1 }}>
        {run.onlyUnpriced ? words.automatic : run.reason}
      </Typography>
      <Typography component="span">
        {words.calls(formatCount(run.eventsChanged))}, <Money usd={run.costUsdDelta} />
      </Typography>
      <Typography variant="body2" color="textSecondary">
        {formatInstant(run.requestedAt, timeZone)}
        {run.onlyUnpriced ? '' : ` · ${run.requestedBy}`} ·{' '}
        {from !== undefined && to !== undefined ? formatDays(from, to) : words.allDays}
      </Typography>
    </Box>
  );
}

/** Dry runs are left out: they changed nothing. */
export function EarlierRuns({ orgId, model }: { orgId: string; model: Model }) {
  const runs = useRepriceRuns(orgId).data?.runs ?? [];
  const ofModel = runs.filter(
    (run) => !run.dryRun && run.provider === model.provider && run.modelName === model.modelName,
  );
  if (ofModel.length === 0) {
    return null;
  }
  return (
    <Box sx={{ mt: 3 }}>
      <Typography variant="h3">{words.runs}</Typography>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {ofModel.map((run) => (
          <EarlierRun key={run.id} run={run} />
        ))}
      </Box>
    </Box>
  );
}
