import Box from '@mui/material/Box';
import { QuarantineCard } from './QuarantineCard';
import { SyncRunsCard } from './SyncRunsCard';

/** For superadmins: public price lists concern every org. */
export function Component() {
  return (
    <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <QuarantineCard />
      <SyncRunsCard />
    </Box>
  );
}
