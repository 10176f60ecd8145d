/**
 * Colours of chart series, in an order in which neighbours differ in hue and in lightness. At least
 * 3:1 on the cards of their scheme, as WCAG 1.4.11 asks for.
 */
export const seriesLight = {
  c0: '#5b3df5',
  c1: '#0a8f96',
  c2: '#d9480f',
  c3: '#c2257a',
  c4: '#2b74e4',
  c5: '#3c8527',
  c6: '#a86a00',
  c7: '#8b46c9',
  others: '#787585',
};

export const seriesDark: typeof seriesLight = {
  c0: '#a99cff',
  c1: '#3fd2cf',
  c2: '#ff9a62',
  c3: '#ff80b5',
  c4: '#74b3ff',
  c5: '#8fd86c',
  c6: '#ffcb57',
  c7: '#d79bff',
  others: '#928f9f',
};
