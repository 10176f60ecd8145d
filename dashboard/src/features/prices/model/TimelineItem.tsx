import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useOrg } from '@/api/OrgContext';
import { formatInstant } from '@/lib/instants';
import { texts } from '@/texts';
import { ChangeList } from '../ChangeList';
import { scopeName, sinceName, sourceName } from '../names';
import { SourceChip } from '../SourceChip';
import type { Step } from './steps';

const words = texts.prices.model;

function Dot({ filled }: { filled: boolean }) {
  return (
    <Box
      aria-hidden
      sx={{
        position: 'absolute',
        left: -7,
        top: 6,
        width: 12,
        height: 12,
        borderRadius: '50%',
        border: 2,
        borderColor: 'primary.main',
        bgcolor: filled ? 'primary.main' : 'background.paper',
      }}
    />
  );
}

/** A version: what it changed, from when it holds, and who said so. */
export function TimelineItem({ step: { version, changes } }: { step: Step }) {
  const { timeZone } = useOrg();
  const scope = scopeName(version.orgId);
  const who = version.recordedBy === '' ? sourceName(version.source) : version.recordedBy;
  return (
    <Box
      component="li"
      sx={{
        position: 'relative',
        pl: 2.5,
        pb: 2.5,
        borderLeft: 2,
        borderColor: 'divider',
        '&:last-child': { borderColor: 'transparent', pb: 0 },
      }}
    >
      <Dot filled={version.orgId !== ''} />
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
        <Typography variant="h3">
          {version.rates === null ? words.ended(scope) : words.set(scope)}
        </Typography>
        <Typography variant="body2" color="textSecondary">
          {words.holdsFrom(sinceName(version.effectiveFrom))}
        </Typography>
        <SourceChip {...version} />
      </Stack>
      <Typography variant="body2" color="textSecondary" sx={{ mb: 0.5 }}>
        {words.by(who, formatInstant(version.recordedAt, timeZone))}
      </Typography>
      {version.note !== '' && (
        <Typography variant="body2" sx={{ mb: 0.5, fontStyle: 'italic' }}>
          {version.note}
        </Typography>
      )}
      {changes.length === 0 ? (
        <Typography variant="body2">{words.unchanged}</Typography>
      ) : (
        <ChangeList changes={changes} />
      )}
    </Box>
  );
}
