import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import { ChangeList } from '../ChangeList';
import { modelTitle } from '../names';
import type { Change, Model, SyncDifference } from '../types';

const words = texts.prices.lists;

interface SectionProps {
  title: string;
  models: (Model & { changes: Change[] })[];
}

function Section({ title, models }: SectionProps) {
  if (models.length === 0) {
    return null;
  }
  return (
    <section>
      <Typography variant="h3" component="h3">
        {title} ({formatCount(models.length)})
      </Typography>
      {models.map((model) => (
        <Box key={modelTitle(model)} sx={{ py: 0.75 }}>
          <Typography sx={{ fontWeight: 600 }}>{modelTitle(model)}</Typography>
          <ChangeList changes={model.changes} />
        </Box>
      ))}
    </section>
  );
}

function Skipped({ skipped }: Pick<SyncDifference, 'skipped'>) {
  const reasons: Record<string, string> = words.skippedReasons;
  if (skipped.length === 0) {
    return null;
  }
  return (
    <section>
      <Typography variant="h3" component="h3">
        {words.skipped}
      </Typography>
      {skipped.map(({ reason, count, models }) => (
        <Typography key={reason} variant="body2" title={models.join(', ')}>
          {formatCount(count)}: {reasons[reason] ?? reason}
        </Typography>
      ))}
    </section>
  );
}

/** What a run changed, or would change, model by model. */
export function DifferenceSections({ difference }: { difference: SyncDifference }) {
  const { added, changed, quarantined, skipped } = difference;
  const nothing = added.length + changed.length + quarantined.length === 0;
  return (
    <>
      {nothing && <Typography>{words.nothing}</Typography>}
      <Section
        title={words.added}
        models={added.map(({ rates, ...model }) => ({ ...model, changes: rates }))}
      />
      <Section title={words.changed} models={changed} />
      <Section title={words.quarantined} models={quarantined} />
      <Skipped skipped={skipped} />
    </>
  );
}
