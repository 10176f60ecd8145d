import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import type { ReactNode } from 'react';

/**
 * Styles go where the document does not see them. Every query by role asks for the computed style of
 * many elements, which jsdom finds by matching each against each rule; it knows no layout anyway.
 */
const cache = createCache({ key: 'css', container: document.createElement('div') });

export function Unstyled({ children }: { children: ReactNode }) {
  return <CacheProvider value={cache}>{children}</CacheProvider>;
}
