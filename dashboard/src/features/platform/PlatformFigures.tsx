import type { Totals } from '@/api/answers';
import { Duration } from '@/components/Duration';
import { Figures } from '@/components/Figures';
import { Money } from '@/components/Money';
import { TokenCount } from '@/components/TokenCount';
import { formatCount, formatShare } from '@/lib/numbers';
import { texts } from '@/texts';

const t = texts.platform;

/** All orgs together. */
export function PlatformFigures({ totals }: { totals: Totals | undefined }) {
  return (
    <Figures
      label={t.totals}
      figures={[
        {
          label: t.cost,
          value: totals && <Money usd={totals.costUsd} />,
          note:
            totals && totals.unpricedRequests > 0
              ? t.unpriced(formatCount(totals.unpricedRequests))
              : undefined,
        },
        { label: t.requests, value: totals && <TokenCount tokens={totals.requestCount} /> },
        { label: t.tokens, value: totals && <TokenCount tokens={totals.totalTokens} /> },
        { label: t.latency, value: totals && <Duration ms={totals.avgDurationMs} /> },
        { label: t.errors, value: totals && formatShare(totals.errorRate) },
      ]}
    />
  );
}
