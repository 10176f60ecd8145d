import type { Group } from '@/api/answers';
import { ChartCard } from '@/components/ChartCard';
import { RankedBars } from '@/components/RankedBars';
import { Empty } from '@/components/states/Empty';
import { TokenCount } from '@/components/TokenCount';
import { rankColour } from '@/lib/series';
import { texts } from '@/texts';

const MOST = 8;

interface Props {
  title: string;
  /** By cost, which is how they are coloured everywhere. */
  models: Group[];
  of: (model: Group) => number;
}

/** Which models are used most says something else than which cost most. */
export function MostUsedCard({ title, models, of }: Props) {
  const largest = Math.max(...models.map(of), 1);
  const rows = models
    .map((model, index) => ({ model, colour: rankColour(index, models.length) }))
    .sort((a, b) => of(b.model) - of(a.model))
    .slice(0, MOST)
    .map(({ model, colour }) => ({
      id: model.key ?? '',
      label: model.key,
      value: <TokenCount tokens={of(model)} />,
      share: of(model) / largest,
      colour,
    }));
  return (
    <ChartCard title={title}>
      {rows.length === 0 ? (
        <Empty title={texts.analytics.trend.emptyTitle} />
      ) : (
        <RankedBars rows={rows} />
      )}
    </ChartCard>
  );
}
