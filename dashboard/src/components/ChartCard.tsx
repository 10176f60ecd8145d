import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  subtitle?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

/** A titled area of a page, for charts and tables alike. */
export function ChartCard({ title, subtitle, actions, children }: Props) {
  const headingId = useId();
  return (
    <Card
      component="section"
      aria-labelledby={headingId}
      sx={{ display: 'flex', flexDirection: 'column', minWidth: 0, p: { xs: 2, sm: 2.5 } }}
    >
      <Stack
        direction="row"
        sx={{ flexWrap: 'wrap', alignItems: 'flex-start', columnGap: 2, rowGap: 1, mb: 1.5 }}
      >
        <Box sx={{ flexGrow: 1 }}>
          <Typography id={headingId} variant="h2">
            {title}
          </Typography>
          {subtitle !== undefined && (
            <Typography variant="body2" color="textSecondary">
              {subtitle}
            </Typography>
          )}
        </Box>
        {actions}
      </Stack>
      <Box sx={{ flexGrow: 1, minWidth: 0 }}>{children}</Box>
    </Card>
  );
}
