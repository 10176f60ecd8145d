import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { Call } from '@/api/answers';
import { useOrg } from '@/api/OrgContext';
import { Loaded } from '@/components/states/Loaded';
import { texts } from '@/texts';
import { useRevisions } from '@/features/calls/api/useRevisions';
import { CallCost } from '../CallCost';
import { Exact } from '../Exact';
import { PanelSection } from './PanelSection';

const words = texts.call.revisions;
const sources: Record<string, string> = words.sources;
const HEIGHT = 120;

function Line({ revision, counts }: { revision: Call; counts: boolean }) {
  const { revision: number, voided, usageSource } = revision;
  return (
    <TableRow sx={{ '& td, & th': { fontWeight: counts ? 700 : 400 } }}>
      <TableCell component="th" scope="row">
        {number}
        <Typography variant="caption" color="textSecondary" sx={{ display: 'block' }}>
          {voided ? words.voided : (sources[usageSource] ?? usageSource)}
          {counts && `, ${words.counts}`}
        </Typography>
      </TableCell>
      <TableCell align="right">
        <Exact count={revision.inputTokens} />
      </TableCell>
      <TableCell align="right">
        <Exact count={revision.outputTokens} />
      </TableCell>
      <TableCell align="right">
        <CallCost call={revision} />
      </TableCell>
    </TableRow>
  );
}

/** All that came of a call that was revised: growing snapshots, a late final, a void. */
export function RevisionSection({ call }: { call: Call }) {
  const query = useRevisions(useOrg().orgId, call.eventId);
  return (
    <PanelSection title={words.title}>
      <Loaded query={query} height={HEIGHT}>
        {({ revisions, more }) => (
          <>
            <Table size="small" aria-label={words.title} sx={{ '& td, & th': { px: 0.5 } }}>
              <TableHead>
                <TableRow>
                  <TableCell>{words.revision}</TableCell>
                  <TableCell align="right">{texts.call.tokens.input}</TableCell>
                  <TableCell align="right">{texts.call.tokens.output}</TableCell>
                  <TableCell align="right">{texts.call.cost.amount}</TableCell>
                </TableRow>
              </TableHead>
              <TableBody>
                {revisions.map((revision) => (
                  <Line
                    key={revision.revision}
                    revision={revision}
                    counts={revision.revision === call.revision}
                  />
                ))}
              </TableBody>
            </Table>
            {more && <Typography variant="caption">{words.more(revisions.length)}</Typography>}
          </>
        )}
      </Loaded>
    </PanelSection>
  );
}
