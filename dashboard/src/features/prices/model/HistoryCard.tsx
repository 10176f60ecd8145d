import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ChartCard } from '@/components/ChartCard';
import { Loaded } from '@/components/states/Loaded';
import { texts } from '@/texts';
import { useHistory } from '../api/useHistory';
import type { Model } from '../types';
import { stepsOf } from './steps';
import { TimelineItem } from './TimelineItem';

const words = texts.prices.model;

export function HistoryCard({ orgId, model }: { orgId: string; model: Model }) {
  const history = useHistory(orgId, model);
  return (
    <ChartCard title={words.history} subtitle={words.historyDetail}>
      <Loaded query={history} height={260}>
        {({ versions }) =>
          versions.length === 0 ? (
            <Typography color="textSecondary">{words.historyNone}</Typography>
          ) : (
            <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0, pl: 1 }}>
              {stepsOf(versions).map((step) => (
                <TimelineItem key={step.version.id} step={step} />
              ))}
            </Box>
          )
        }
      </Loaded>
    </ChartCard>
  );
}
