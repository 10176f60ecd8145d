import { useMe } from '@/api/useMe';
import { GroupCost } from '@/components/GroupCost';
import { RankedBars } from '@/components/RankedBars';
import { seriesColour } from '@/lib/series';
import type { Share } from './shares';

export function OrgBars({ orgs }: { orgs: Share[] }) {
  const names = new Map(useMe().orgs.map(({ orgId, name }) => [orgId, name]));
  return (
    <RankedBars
      rows={orgs.map((org) => ({
        id: org.key,
        label: names.get(org.key) ?? org.key,
        value: <GroupCost group={org} />,
        share: org.share,
        colour: seriesColour(1),
      }))}
    />
  );
}
