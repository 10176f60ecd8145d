import type { Totals } from '@/api/answers';
import { Duration } from '@/components/Duration';
import { Figures } from '@/components/Figures';
import { Money } from '@/components/Money';
import { TokenCount } from '@/components/TokenCount';
import { formatCount, formatShare } from '@/lib/numbers';
import { texts } from '@/texts';

const words = texts.platform;

/** All orgs together. */
export function PlatformFigures({ totals }: { totals: Totals | undefined }) {
  return (
    <Figures
      label={words.totals}
      figures={[
        {
          label: words.cost,
          value: totals && <Money usd={totals.costUsd} />,
          note:
            totals && totals.unpricedRequests > 0
              ? words.unpriced(formatCount(totals.unpricedRequests))
              : undefined,
        },
        { label: words.requests, value: totals && <TokenCount tokens={totals.requestCount} /> },
        { label: words.tokens, value: totals && <TokenCount tokens={totals.totalTokens} /> },
        { label: words.latency, value: totals && <Duration ms={totals.avgDurationMs} /> },
        { label: words.errors, value: totals && formatShare(totals.errorRate) },
      ]}
    />
  );
}
