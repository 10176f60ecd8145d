import type { Totals } from '@/api/answers';
import { Money } from '@/components/Money';
import { formatCompact } from '@/lib/numbers';
import { texts } from '@/texts';

export type Cached = Pick<Totals, 'cacheSaved' | 'cacheReadTokens' | 'cacheWriteTokens'>;

const words = texts.values.cacheSaved;

export const cachedTokens = ({ cacheReadTokens, cacheWriteTokens }: Cached): number =>
  cacheReadTokens + cacheWriteTokens;

/** Below 0 where writing cost more than reading saved. What is not known is not 0. */
export function CacheSaved({ of }: { of: Cached }) {
  const { usd, unknownTokens } = of.cacheSaved;
  if (cachedTokens(of) === 0) {
    return texts.values.none;
  }
  if (unknownTokens >= cachedTokens(of)) {
    return words.unknown;
  }
  return (
    <>
      <Money usd={usd} />
      {unknownTokens > 0 && (
        <span title={words.without(formatCompact(unknownTokens))}>{words.inPart}</span>
      )}
    </>
  );
}
