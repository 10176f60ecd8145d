import type { Group } from '@/api/answers';
import { Money } from '@/components/Money';
import { type Ranked, RankedBars } from '@/components/RankedBars';
import { Empty } from '@/components/states/Empty';
import { texts } from '@/texts';

interface Props {
  groups: Group[];
  nameOf: (key: string) => string;
  colour: string;
}

const MOST = 8;

/** What costs most, of one kind; the longest bar is the largest cost, not all of it. */
export function CostBars({ groups, nameOf, colour }: Props) {
  const largest = Math.max(...groups.map(({ share }) => share), Number.MIN_VALUE);
  const rows: Ranked[] = groups.slice(0, MOST).map(({ key, costUsd, share }) => ({
    id: key ?? '',
    label: key === null ? texts.values.unknown : nameOf(key),
    value: <Money usd={costUsd} />,
    share: share / largest,
    colour,
  }));
  return rows.length === 0 ? (
    <Empty title={texts.analytics.trend.emptyTitle} />
  ) : (
    <RankedBars rows={rows} />
  );
}
