import type { ConversationUsage } from '@/api/answers';
import { Duration } from '@/components/Duration';
import type { Figure } from '@/components/Figures';
import { Money } from '@/components/Money';
import { TokenCount } from '@/components/TokenCount';
import { texts } from '@/texts';

const t = texts.conversations.figures;

/** What the whole conversation came to; undefined values while that is not known. */
export function figuresOf(usage: ConversationUsage | undefined): Figure[] {
  return [
    { label: t.cost, value: usage && <Money micros={usage.estimatedCostMicros} /> },
    { label: t.total, value: usage && <TokenCount tokens={usage.totals.totalTokens} /> },
    { label: t.prompt, value: usage && <TokenCount tokens={usage.totals.promptTokens} /> },
    { label: t.completion, value: usage && <TokenCount tokens={usage.totals.completionTokens} /> },
    { label: t.completions, value: usage && <TokenCount tokens={usage.completions} /> },
    { label: t.average, value: usage && <Duration ms={usage.avgDurationMs} /> },
    { label: t.p95, value: usage && <Duration ms={usage.p95DurationMs} /> },
  ];
}
