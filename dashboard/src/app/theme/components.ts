import type { Components, Theme } from '@mui/material/styles';

/** How Material 3 differs from what MUI draws by default: rounder, flatter, tonal. */
export const components: Components<Theme> = {
  MuiCssBaseline: {
    styleOverrides: {
      body: { fontFeatureSettings: '"tnum"', fontVariantNumeric: 'tabular-nums' },
      // Nothing that moves for those who asked for stillness.
      '@media (prefers-reduced-motion: reduce)': {
        '*, *::before, *::after': {
          animationDuration: '0.01ms !important',
          transitionDuration: '0.01ms !important',
        },
      },
    },
  },
  MuiButton: {
    defaultProps: { disableElevation: true },
    styleOverrides: { root: { borderRadius: 999, paddingInline: 20 } },
  },
  MuiCard: {
    defaultProps: { variant: 'outlined' },
    styleOverrides: {
      root: ({ theme }) => ({
        borderRadius: 24,
        backgroundColor: theme.vars?.palette.surface.card,
        borderColor: `color-mix(in srgb, ${theme.vars?.palette.surface.outlineVariant} 55%, transparent)`,
      }),
    },
  },
  MuiChip: { styleOverrides: { root: { borderRadius: 8, fontWeight: 500 } } },
  MuiDialog: {
    styleOverrides: {
      paper: { borderRadius: 28, backgroundImage: 'none' },
      paperFullScreen: { borderRadius: 0 },
    },
  },
  MuiMenu: { styleOverrides: { paper: { borderRadius: 16 } } },
  MuiTableCell: {
    styleOverrides: {
      root: ({ theme }) => ({ borderColor: theme.vars?.palette.surface.outlineVariant }),
      head: ({ theme }) => ({ color: theme.vars?.palette.text.secondary, fontWeight: 600 }),
    },
  },
  MuiToggleButtonGroup: {
    styleOverrides: {
      root: { gap: 6 },
      grouped: { paddingInline: 16, borderRadius: '999px !important', marginLeft: '0 !important' },
    },
  },
  MuiToggleButton: {
    styleOverrides: {
      root: ({ theme }) => ({
        textTransform: 'none',
        fontWeight: 600,
        color: theme.vars?.palette.text.primary,
        border: `1px solid ${theme.vars?.palette.surface.outlineVariant} !important`,
        '&.Mui-selected, &.Mui-selected:hover': {
          color: theme.vars?.palette.surface.onSecondaryContainer,
          backgroundColor: theme.vars?.palette.surface.secondaryContainer,
        },
      }),
    },
  },
  MuiTooltip: { defaultProps: { arrow: true, enterDelay: 300 } },
};
