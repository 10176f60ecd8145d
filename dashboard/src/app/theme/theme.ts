import { createTheme } from '@mui/material/styles';
import { components } from './components';
import { darkPalette, lightPalette } from './palette';

export const theme = createTheme({
  cssVariables: { colorSchemeSelector: 'data' },
  colorSchemes: { light: { palette: lightPalette }, dark: { palette: darkPalette } },
  shape: { borderRadius: 12 },
  typography: {
    fontFamily: '"Figtree Variable", system-ui, -apple-system, "Segoe UI", sans-serif',
    h1: {
      fontSize: 'clamp(1.75rem, 1.3rem + 1.6vw, 2.5rem)',
      fontWeight: 700,
      letterSpacing: '-0.02em',
    },
    h2: { fontSize: '1.0625rem', fontWeight: 650, letterSpacing: '-0.005em' },
    h3: { fontSize: '0.9375rem', fontWeight: 600 },
    button: { textTransform: 'none', fontWeight: 600 },
  },
  components,
});
