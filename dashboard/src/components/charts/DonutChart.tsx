import Box from '@mui/material/Box';
import { PieChart } from '@mui/x-charts/PieChart';
import type { ReactNode } from 'react';

export interface Slice {
  id: string;
  label: string;
  value: number;
  colour: string;
}

export interface DonutProps {
  slices: Slice[];
  label: string;
  size: number;
  /** What stands in the middle. */
  centre: ReactNode;
  formatValue: (value: number) => string;
}

export default function DonutChart({ slices, label, size, centre, formatValue }: DonutProps) {
  return (
    <Box sx={{ position: 'relative', width: size, height: size, mx: 'auto' }}>
      <Box role="img" aria-label={label}>
        <PieChart
          width={size}
          height={size}
          hideLegend
          skipAnimation
          margin={4}
          series={[
            {
              data: slices.map((slice) => ({ ...slice, color: slice.colour })),
              innerRadius: '70%',
              paddingAngle: 2,
              cornerRadius: 6,
              highlightScope: { fade: 'global', highlight: 'item' },
              valueFormatter: ({ value }) => formatValue(value),
            },
          ]}
        />
      </Box>
      <Box
        sx={{
          position: 'absolute',
          inset: 0,
          display: 'grid',
          placeContent: 'center',
          textAlign: 'center',
          pointerEvents: 'none',
        }}
      >
        {centre}
      </Box>
    </Box>
  );
}
