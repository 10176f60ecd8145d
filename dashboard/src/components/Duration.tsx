import { formatDuration } from '@/lib/durations';
import { texts } from '@/texts';

/** A time span; a dash where none was told. */
export function Duration({ ms }: { ms: number | null }) {
  if (ms === null) {
    return <span title={texts.values.unknown}>{texts.values.none}</span>;
  }
  return <data value={ms}>{formatDuration(ms)}</data>;
}
