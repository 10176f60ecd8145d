import type { ConversationUsage } from '@/api/answers';
import { Duration } from '@/components/Duration';
import type { Figure } from '@/components/Figures';
import { Money } from '@/components/Money';
import { TokenCount } from '@/components/TokenCount';
import { texts } from '@/texts';

const words = texts.conversations.figures;

/** What the whole conversation came to; undefined values while that is not known. */
export function figuresOf(usage: ConversationUsage | undefined): Figure[] {
  return [
    { label: words.cost, value: usage && <Money usd={usage.costUsd} /> },
    { label: words.total, value: usage && <TokenCount tokens={usage.totals.totalTokens} /> },
    { label: words.prompt, value: usage && <TokenCount tokens={usage.totals.promptTokens} /> },
    {
      label: words.completion,
      value: usage && <TokenCount tokens={usage.totals.completionTokens} />,
    },
    { label: words.completions, value: usage && <TokenCount tokens={usage.completions} /> },
    { label: words.average, value: usage && <Duration ms={usage.avgDurationMs} /> },
    { label: words.p95, value: usage && <Duration ms={usage.p95DurationMs} /> },
  ];
}
