import Alert, { type AlertProps } from '@mui/material/Alert';

/** A message in the flow of the page, read out when it appears. */
export function Notice(props: AlertProps) {
  return <Alert variant="standard" sx={{ borderRadius: '16px' }} {...props} />;
}
