import Stack from '@mui/material/Stack';
import type { Call } from '@/api/answers';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';
import { CallTags } from './CallTags';
import { CopyCall } from './CopyCall';
import { CostSection } from './CostSection';
import { factsOf } from './facts';
import { FactList } from './FactList';
import { PanelSection } from './PanelSection';
import { RevisionSection } from './RevisionSection';
import { TokenSection } from './TokenSection';

/** All that is known of one call. */
export function CallView({ call, tz }: { call: Call; tz: string }) {
  return (
    <Stack sx={{ gap: 2.5 }}>
      {!call.success && <Notice severity="error">{call.errorMessage ?? texts.call.failed}</Notice>}
      <CostSection call={call} tz={tz} />
      <TokenSection call={call} />
      {call.revision > 0 && <RevisionSection call={call} />}
      <PanelSection title={texts.call.facts.title}>
        <FactList facts={factsOf(call, tz)} />
      </PanelSection>
      <CallTags tags={call.metadata} />
      <CopyCall call={call} />
    </Stack>
  );
}
