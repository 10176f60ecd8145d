import type { Summary } from '@/api/answers';
import { KNOWN_FEATURES } from '@/lib/names';
import type { Filters } from '@/lib/useFilters';

/** The features to choose from: the known ones, those of the data, and the chosen one in any case. */
export function featuresOf(summary: Summary | undefined, { feature }: Filters): string[] {
  const seen = summary?.byFeature.map(({ key }) => key) ?? [];
  const all = [...KNOWN_FEATURES, ...seen, feature];
  return [...new Set(all.filter((one) => typeof one === 'string'))];
}
