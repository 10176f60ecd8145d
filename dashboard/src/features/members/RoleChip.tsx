import Chip from '@mui/material/Chip';
import { roleName } from '@/lib/names';

const STRONG = ['owner', 'admin'];

export function RoleChip({ role }: { role: string }) {
  return (
    <Chip
      size="small"
      label={roleName(role)}
      variant={STRONG.includes(role) ? 'filled' : 'outlined'}
      sx={
        role === 'owner'
          ? { bgcolor: 'surface.primaryContainer', color: 'surface.onPrimaryContainer' }
          : undefined
      }
    />
  );
}
