import Box from '@mui/material/Box';

export function Swatch({ colour }: { colour: string }) {
  return (
    <Box
      component="span"
      aria-hidden
      sx={{ flexShrink: 0, width: 10, height: 10, borderRadius: '3px', bgcolor: colour }}
    />
  );
}
