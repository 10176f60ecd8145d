import type { PaletteOptions } from '@mui/material/styles';
import { dark, light, type Roles } from './roles';
import { seriesDark, seriesLight } from './series';

export interface Surfaces {
  container: string;
  containerLow: string;
  containerHigh: string;
  containerHighest: string;
  primaryContainer: string;
  onPrimaryContainer: string;
  secondaryContainer: string;
  onSecondaryContainer: string;
  outlineVariant: string;
  /** A card above the gradient: solid enough to read on, thin enough to let some of it through. */
  card: string;
  gradient: string;
}

declare module '@mui/material/styles' {
  interface Palette {
    surface: Surfaces;
    series: typeof seriesLight;
  }
  interface PaletteOptions {
    surface?: Surfaces;
    series?: typeof seriesLight;
  }
}

const GRADIENTS = {
  light:
    'radial-gradient(64rem 40rem at 4% -8%, #bba6ff 0%, transparent 64%), radial-gradient(54rem 36rem at 60% -14%, #ffb3dc 0%, transparent 62%), radial-gradient(52rem 42rem at 108% 4%, #97ddff 0%, transparent 62%), radial-gradient(60rem 40rem at 96% 108%, #d9c7ff 0%, transparent 60%), radial-gradient(50rem 34rem at 0% 108%, #c3ecff 0%, transparent 58%)',
  dark: 'radial-gradient(64rem 40rem at 4% -8%, #4020d0 0%, transparent 64%), radial-gradient(54rem 36rem at 60% -14%, #7a1a6c 0%, transparent 62%), radial-gradient(52rem 42rem at 108% 4%, #0b5488 0%, transparent 62%), radial-gradient(60rem 40rem at 96% 108%, #2d1787 0%, transparent 60%), radial-gradient(50rem 34rem at 0% 108%, #083a5c 0%, transparent 58%)',
};

function palette(roles: Roles, card: string, gradient: string): PaletteOptions {
  return {
    primary: { main: roles.primary, contrastText: roles.onPrimary },
    secondary: { main: roles.secondary },
    error: { main: roles.error, contrastText: roles.onError },
    background: { default: roles.surface, paper: roles.surfaceContainerLowest },
    text: { primary: roles.onSurface, secondary: roles.onSurfaceVariant },
    divider: roles.outlineVariant,
    surface: {
      container: roles.surfaceContainer,
      containerLow: roles.surfaceContainerLow,
      containerHigh: roles.surfaceContainerHigh,
      containerHighest: roles.surfaceContainerHighest,
      primaryContainer: roles.primaryContainer,
      onPrimaryContainer: roles.onPrimaryContainer,
      secondaryContainer: roles.secondaryContainer,
      onSecondaryContainer: roles.onSecondaryContainer,
      outlineVariant: roles.outlineVariant,
      card,
      gradient,
    },
  };
}

export const lightPalette: PaletteOptions = {
  ...palette(light, 'rgb(255 255 255 / 0.88)', GRADIENTS.light),
  series: seriesLight,
  success: { main: '#176b3a' },
  warning: { main: '#8a5100' },
};

export const darkPalette: PaletteOptions = {
  ...palette(dark, 'rgb(27 26 37 / 0.86)', GRADIENTS.dark),
  series: seriesDark,
  background: { default: dark.surface, paper: dark.surfaceContainerLow },
  success: { main: '#7fdb9b' },
  warning: { main: '#ffb95c' },
};
