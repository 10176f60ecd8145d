/**
 * Colour roles of Material 3, from the seed #5a4be0 in the scheme "vibrant" of
 * @material/material-color-utilities.
 */
export const light = {
  primary: '#5033ff',
  onPrimary: '#ffffff',
  primaryContainer: '#e3dfff',
  onPrimaryContainer: '#3700e1',
  secondary: '#66587b',
  secondaryContainer: '#ecdcff',
  onSecondaryContainer: '#4e4162',
  error: '#ba1a1a',
  onError: '#ffffff',
  errorContainer: '#ffdad6',
  onErrorContainer: '#93000a',
  surface: '#fcf8ff',
  surfaceContainerLowest: '#ffffff',
  surfaceContainerLow: '#f6f1ff',
  surfaceContainer: '#f0ecfb',
  surfaceContainerHigh: '#eae6f5',
  surfaceContainerHighest: '#e5e0ef',
  onSurface: '#1b1a25',
  onSurfaceVariant: '#474554',
  outline: '#787585',
  outlineVariant: '#c8c4d6',
};

export const dark: typeof light = {
  primary: '#c5c0ff',
  onPrimary: '#2500a2',
  primaryContainer: '#3700e1',
  onPrimaryContainer: '#e3dfff',
  secondary: '#d0bfe7',
  secondaryContainer: '#4e4162',
  onSecondaryContainer: '#ecdcff',
  error: '#ffb4ab',
  onError: '#690005',
  errorContainer: '#93000a',
  onErrorContainer: '#ffdad6',
  surface: '#13121c',
  surfaceContainerLowest: '#0e0d17',
  surfaceContainerLow: '#1b1a25',
  surfaceContainer: '#1f1e29',
  surfaceContainerHigh: '#2a2934',
  surfaceContainerHighest: '#35333f',
  onSurface: '#e5e0ef',
  onSurfaceVariant: '#c8c4d6',
  outline: '#928f9f',
  outlineVariant: '#474554',
};

export type Roles = typeof light;
