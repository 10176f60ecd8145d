import type { Group, Summary } from '@/api/answers';
import { featureName, providerName } from '@/lib/names';
import type { GroupBy } from '@/lib/useFilters';

export const groupNames: Record<GroupBy, (key: string) => string> = {
  provider: providerName,
  modelName: (model) => model,
  feature: featureName,
};

/** The groups as the whole page orders, and thereby colours, them: by cost. */
export function groupsOf(summary: Summary, groupBy: GroupBy): Group[] {
  switch (groupBy) {
    case 'provider':
      return summary.byProvider;
    case 'modelName':
      return summary.byModel;
    case 'feature':
      return summary.byFeature;
  }
}
