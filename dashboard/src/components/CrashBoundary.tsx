import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Crash } from './Crash';

/** The last line: a page that cannot start still says so. React knows boundaries as classes only. */
export class CrashBoundary extends Component<{ children: ReactNode }, { crashed: boolean }> {
  override state = { crashed: false };

  static getDerivedStateFromError() {
    return { crashed: true };
  }

  override componentDidCatch(error: Error, { componentStack }: ErrorInfo) {
    console.error(error, componentStack);
  }

  override render() {
    return this.state.crashed ? <Crash /> : this.props.children;
  }
}
