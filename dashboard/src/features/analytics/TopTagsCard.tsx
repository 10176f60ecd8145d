import { useLocation } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import type { Tag } from '@/api/answers';
import { ChartCard } from '@/components/ChartCard';
import { Money } from '@/components/Money';
import { RankedBars } from '@/components/RankedBars';
import { Empty } from '@/components/states/Empty';
import { tagName } from '@/lib/names';
import { seriesColour } from '@/lib/series';
import { texts } from '@/texts';

const words = texts.analytics.tags;

const MOST = 10;

/** The stories, epics and experiments that cost most, each with a way to what it was spent on. */
export function TopTagsCard({ tags }: { tags: Tag[] }) {
  const { orgId } = useOrg();
  const { search } = useLocation();
  const largest = Math.max(...tags.map(({ share }) => share), Number.MIN_VALUE);
  const rows = tags.slice(0, MOST).map(({ key, value, costUsd, share }) => ({
    id: `${key}=${value}`,
    label: value,
    kind: tagName(key),
    value: <Money usd={costUsd} />,
    share: share / largest,
    colour: seriesColour(0),
    to: `/orgs/${orgId}/analytics/tags/${encodeURIComponent(key)}/${encodeURIComponent(value)}${search}`,
  }));
  return (
    <ChartCard title={words.title} subtitle={words.subtitle}>
      {rows.length === 0 ? (
        <Empty title={words.emptyTitle} detail={words.emptyDetail} />
      ) : (
        <RankedBars rows={rows} />
      )}
    </ChartCard>
  );
}
