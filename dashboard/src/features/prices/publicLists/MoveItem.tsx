import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { Link as RouterLink } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import { formatInstant } from '@/lib/instants';
import { texts } from '@/texts';
import type { Decision } from '../api/useDecideMove';
import { modelTitle, sourceName } from '../names';
import { modelPath } from '@/lib/pricePaths';
import { changesOf } from '../rates/changes';
import type { Move } from '../types';
import { DecideDialog } from './DecideDialog';
import { MoveTable } from './MoveTable';

const words = texts.prices.lists;

/** A price that waits: what would change, and the two ways to decide. */
export function MoveItem({ move }: { move: Move }) {
  const { orgId, timeZone } = useOrg();
  const [verdict, decide] = useState<Decision['verdict']>();
  const title = modelTitle(move);
  return (
    <Box component="li" sx={{ py: 2, '& + &': { borderTop: 1, borderColor: 'divider' } }}>
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}>
        <Box sx={{ flexGrow: 1 }}>
          <Typography variant="h3">
            <Link component={RouterLink} to={modelPath(orgId, move)} underline="hover">
              {title}
            </Link>
          </Typography>
          <Typography variant="body2" color="textSecondary">
            {words.proposed(sourceName(move.source), formatInstant(move.proposedAt, timeZone))}
          </Typography>
          {!move.reason.startsWith('large_move') && (
            <Typography variant="body2">{move.reason}</Typography>
          )}
        </Box>
        <Button variant="outlined" onClick={() => decide('reject')}>
          {words.reject}
        </Button>
        <Button variant="contained" onClick={() => decide('approve')}>
          {words.approve}
        </Button>
      </Stack>
      <MoveTable label={title} changes={changesOf(move.from, move.to)} />
      {verdict !== undefined && (
        <DecideDialog move={move} verdict={verdict} onClose={() => decide(undefined)} />
      )}
    </Box>
  );
}
