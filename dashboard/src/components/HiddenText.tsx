import { visuallyHidden } from '@mui/utils';

/** For those who hear the page, where those who see it need no words. */
export function HiddenText({ children }: { children: string }) {
  return <span style={visuallyHidden}>{children}</span>;
}
