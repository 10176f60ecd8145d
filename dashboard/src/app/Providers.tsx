import CssBaseline from '@mui/material/CssBaseline';
import { ThemeProvider } from '@mui/material/styles';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiContext } from '@/api/ApiContext';
import { SessionContext } from '@/api/SessionContext';
import type { Started } from './start';
import { theme } from './theme/theme';

interface Props {
  started: Started;
  children: ReactNode;
}

export function Look({ children }: { children: ReactNode }) {
  return (
    <ThemeProvider theme={theme} defaultMode="system" noSsr>
      <CssBaseline enableColorScheme />
      {children}
    </ThemeProvider>
  );
}

export function Services({ started: { config, store, api, queries }, children }: Props) {
  return (
    <SessionContext value={{ config, store }}>
      <ApiContext value={api}>
        <QueryClientProvider client={queries}>{children}</QueryClientProvider>
      </ApiContext>
    </SessionContext>
  );
}
