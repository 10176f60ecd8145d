import Box from '@mui/material/Box';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import type { ReactNode } from 'react';
import { PageTitle } from './PageTitle';

interface Props {
  title: string;
  subtitle?: ReactNode;
  /** What leads back, above the title. */
  above?: ReactNode;
  actions?: ReactNode;
}

export function PageHeader({ title, subtitle, above, actions }: Props) {
  return (
    <Stack
      direction="row"
      sx={{ flexWrap: 'wrap', alignItems: 'flex-end', gap: 2, pt: { xs: 1, md: 2 }, pb: 2.5 }}
    >
      <PageTitle title={title} />
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>
        {above}
        <Typography variant="h1" sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {subtitle !== undefined && (
          <Typography color="textSecondary" sx={{ mt: 0.5 }}>
            {subtitle}
          </Typography>
        )}
      </Box>
      {actions}
    </Stack>
  );
}
