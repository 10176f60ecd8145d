import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import type { Totals } from '@/api/answers';
import { formatUsd } from '@/lib/money';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import type { Effect } from './effect';

const words = texts.prices.preview;

function Line({ children }: { children: ReactNode }) {
  return (
    <Typography variant="body2" color="textSecondary">
      {children}
    </Typography>
  );
}

/** How far the effect can be trusted, and what it leaves out. */
export function Caveats({ effect, totals }: { effect: Effect; totals: Totals }) {
  const { exact, gap, beyondTotals, partial } = effect;
  return (
    <>
      {partial && <Line>{words.partial}</Line>}
      {totals.unpricedRequests > 0 && (
        <Line>{words.differsUnpriced(formatCount(totals.unpricedRequests))}</Line>
      )}
      {exact && <Line>{words.agrees}</Line>}
      {!exact && gap !== undefined && Number(gap) !== 0 && (
        <Line>{words.differs(formatUsd(gap))}</Line>
      )}
      {beyondTotals && <Line>{words.tiers}</Line>}
      <Line>{words.covers}</Line>
    </>
  );
}
