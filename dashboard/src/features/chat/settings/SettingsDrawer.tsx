import Close from '@mui/icons-material/Close';
import Button from '@mui/material/Button';
import Drawer from '@mui/material/Drawer';
import IconButton from '@mui/material/IconButton';
import Stack from '@mui/material/Stack';
import Typography from '@mui/material/Typography';
import { type ReactNode, useId } from 'react';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';

const words = texts.chat.settingsForm;
const WIDTH = 420;

interface Props {
  title: string;
  save?: string;
  children: ReactNode;
  pending: boolean;
  error: Error | null;
  onSave: () => void;
  onClose: () => void;
}

/** Beside what is talked about, which stays in sight on a wide screen. */
export function SettingsDrawer({
  title,
  save = words.save,
  children,
  pending,
  error,
  onSave,
  onClose,
}: Props) {
  const titleId = useId();
  return (
    <Drawer
      anchor="right"
      open
      onClose={onClose}
      slotProps={{
        paper: {
          elevation: 0,
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': titleId,
          sx: { width: WIDTH, maxWidth: '100%' },
        },
      }}
    >
      <Stack
        component="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
        sx={{ minHeight: 0, height: '100%' }}
      >
        <Stack
          direction="row"
          sx={{ alignItems: 'center', px: { xs: 2, sm: 3 }, pt: { xs: 2, sm: 3 }, pb: 1 }}
        >
          <Typography
            id={titleId}
            variant="h2"
            sx={{ flexGrow: 1, fontSize: '1.375rem', fontWeight: 700 }}
          >
            {title}
          </Typography>
          <IconButton aria-label={words.close} onClick={onClose}>
            <Close />
          </IconButton>
        </Stack>
        <Stack sx={{ flexGrow: 1, overflowY: 'auto', gap: 3, px: { xs: 2, sm: 3 }, pt: 1, pb: 2 }}>
          {children}
          {error !== null && <Notice severity="error">{error.message}</Notice>}
        </Stack>
        <Stack
          direction="row"
          sx={{
            justifyContent: 'flex-end',
            gap: 1,
            px: { xs: 2, sm: 3 },
            py: 2,
            borderTop: 1,
            borderColor: 'divider',
          }}
        >
          <Button onClick={onClose}>{texts.actions.cancel}</Button>
          <Button type="submit" variant="contained" loading={pending}>
            {save}
          </Button>
        </Stack>
      </Stack>
    </Drawer>
  );
}
