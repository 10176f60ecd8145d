import type { Summary } from '@/api/answers';
import { ChartCard } from '@/components/ChartCard';
import { Empty } from '@/components/states/Empty';
import { texts } from '@/texts';
import { ModelTable } from './ModelTable';
import { UnpricedNotice } from './UnpricedNotice';

const words = texts.analytics;

export default function ModelsCard({ summary }: { summary: Summary }) {
  return (
    <ChartCard title={words.usageByModel}>
      <UnpricedNotice summary={summary} />
      {summary.byModel.length === 0 ? (
        <Empty title={words.trend.emptyTitle} detail={words.trend.emptyDetail} />
      ) : (
        <ModelTable models={summary.byModel} />
      )}
    </ChartCard>
  );
}
