import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { ChartCard } from '@/components/ChartCard';
import { Confirm } from '@/components/Confirm';
import { Notice } from '@/components/Notice';
import { formatUsd } from '@/lib/money';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import { useReprice } from '../api/useReprice';
import { useRepriceRun } from '../api/useRepriceRun';
import type { Model } from '../types';
import { EarlierRuns } from './EarlierRuns';
import { RepriceForm, type Wanted } from './RepriceForm';
import { RunResult } from './RunResult';

const words = texts.prices.reprice;

/** A dry run first; what it told is what may then be done. */
export function RepriceCard({ orgId, model }: { orgId: string; model: Model }) {
  const [wanted, setWanted] = useState<Wanted>();
  const [confirming, setConfirming] = useState(false);
  const { mutate, data, error, isPending } = useReprice(orgId);
  const run = useRepriceRun(orgId, data?.id).data ?? data;
  function order(of: Wanted, dryRun: boolean) {
    setWanted(of);
    mutate({ ...model, ...of, dryRun }, { onSuccess: () => setConfirming(false) });
  }
  const mayRun = run?.dryRun === true && run.status === 'finished' && run.eventsChanged > 0;
  return (
    <ChartCard title={words.title} subtitle={words.lead}>
      <RepriceForm pending={isPending} onSubmit={(given) => order(given, true)} />
      {error !== null && !confirming && (
        <Notice severity="error" sx={{ borderRadius: '12px', mt: 2 }}>
          {error.message}
        </Notice>
      )}
      {run !== undefined && (
        <Box sx={{ mt: 2 }}>
          <RunResult run={run} />
        </Box>
      )}
      {mayRun && wanted !== undefined && (
        <Button variant="contained" onClick={() => setConfirming(true)} sx={{ mt: 2 }}>
          {words.run}
        </Button>
      )}
      {confirming && wanted !== undefined && run !== undefined && (
        <Confirm
          title={words.confirmTitle}
          action={words.run}
          pending={isPending}
          error={error}
          onConfirm={() => order(wanted, false)}
          onClose={() => setConfirming(false)}
        >
          <Typography>
            {words.confirmDetail(formatCount(run.eventsChanged), formatUsd(run.costUsdDelta))}
          </Typography>
        </Confirm>
      )}
      <EarlierRuns orgId={orgId} model={model} />
    </ChartCard>
  );
}
