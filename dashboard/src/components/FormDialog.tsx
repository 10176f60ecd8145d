import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import Stack from '@mui/material/Stack';
import type { Breakpoint } from '@mui/material/styles';
import useMediaQuery from '@mui/material/useMediaQuery';
import { type ReactNode, useId } from 'react';
import { texts } from '@/texts';

interface Props {
  title: ReactNode;
  children: ReactNode;
  submit: string;
  /** What the other button says; by default that nothing is done. */
  close?: string;
  pending: boolean;
  width?: Breakpoint;
  onSubmit: () => void;
  onClose: () => void;
}

/** A form in a dialog; on phones it takes the whole screen. What is refused is for its fields to say. */
export function FormDialog({
  title,
  children,
  submit,
  close = texts.actions.cancel,
  pending,
  width = 'sm',
  onSubmit,
  onClose,
}: Props) {
  const titleId = useId();
  const narrow = useMediaQuery('(max-width: 599px)');
  return (
    <Dialog
      open
      onClose={onClose}
      aria-labelledby={titleId}
      fullWidth
      fullScreen={narrow}
      maxWidth={width}
    >
      <DialogTitle id={titleId}>{title}</DialogTitle>
      <Stack
        component="form"
        noValidate
        sx={{ minHeight: 0, flexGrow: 1 }}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit();
        }}
      >
        {/* The form in between keeps MUI from seeing that the title is above. */}
        <DialogContent sx={{ pt: 0 }}>
          <Stack sx={{ gap: 2, pt: 0.5 }}>{children}</Stack>
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button onClick={onClose}>{close}</Button>
          <Button type="submit" variant="contained" loading={pending}>
            {submit}
          </Button>
        </DialogActions>
      </Stack>
    </Dialog>
  );
}
