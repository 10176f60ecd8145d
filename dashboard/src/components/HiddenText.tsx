import { visuallyHidden } from '@mui/utils';

/**
 * For those who hear the page, where those who see it need no words. Positioned where it stands: what
 * is hidden in a table that scrolls would otherwise widen the page.
 */
export function HiddenText({ children }: { children: string }) {
  return (
    <span style={{ position: 'relative' }}>
      <span style={visuallyHidden}>{children}</span>
    </span>
  );
}
