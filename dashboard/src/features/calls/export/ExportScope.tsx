import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useOrg } from '@/api/OrgContext';
import { type CallsQuery, useCalls } from '@/api/useCalls';
import { Notice } from '@/components/Notice';
import { formatDays } from '@/lib/days';
import { featureName, providerName } from '@/lib/names';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import { CALL_ONLY_FILTERS } from '../filters';
import { formatBytes } from './bytes';
import { type Format, largeSize } from './formats';

const words = texts.calls.export;

const listed = new Intl.ListFormat('en');

/** What the file will have in it, as far as that can be known before. */
export function ExportScope({ query, format }: { query: CallsQuery; format: Format }) {
  const { orgId, name } = useOrg();
  const { from, to, tz, feature, provider, modelName } = query;
  const all = useCalls(orgId, { from, to, tz, feature, provider, modelName, limit: '1' });
  const applied = [
    feature === undefined ? undefined : featureName(feature),
    provider === undefined ? undefined : providerName(provider),
    modelName,
  ].filter((value) => value !== undefined);
  const ignored = CALL_ONLY_FILTERS.filter((filter) => query[filter] !== undefined);
  const calls = all.isPlaceholderData ? undefined : all.data?.total;
  const large = calls === undefined ? undefined : largeSize(format, calls);
  return (
    <Stack sx={{ gap: 1.5, mb: 2 }}>
      <Typography>{[words.lead(name, formatDays(from, to)), ...applied].join(' · ')}</Typography>
      {ignored.length > 0 && (
        <Notice severity="info">
          {words.notFiltered(listed.format(ignored.map((filter) => texts.calls.filters[filter])))}
        </Notice>
      )}
      {calls !== undefined && large === undefined && (
        <Typography color="textSecondary">{words.size(formatCount(calls))}</Typography>
      )}
      {calls !== undefined && large !== undefined && (
        <Notice severity="warning">{words.large(formatCount(calls), formatBytes(large))}</Notice>
      )}
    </Stack>
  );
}
