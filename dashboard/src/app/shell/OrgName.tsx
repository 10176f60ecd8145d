import BusinessOutlined from '@mui/icons-material/BusinessOutlined';
import Box from '@mui/material/Box';
import type { OrgAccess } from '@/api/answers';

export const SWITCHER_WIDTH = { xs: 200, sm: 260 };

/** Stands where the switcher will be, and looks like it. */
export function OrgName({ org: { name } }: { org: OrgAccess }) {
  return (
    <Box
      sx={{
        width: SWITCHER_WIDTH,
        height: 40,
        display: 'flex',
        alignItems: 'center',
        gap: 1,
        px: 1.75,
        border: 1,
        borderColor: 'divider',
        borderRadius: 999,
        bgcolor: 'surface.card',
        fontWeight: 600,
      }}
    >
      <BusinessOutlined fontSize="small" color="action" />
      <Box
        component="span"
        sx={{ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {name}
      </Box>
    </Box>
  );
}
