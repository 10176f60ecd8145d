import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import { statusOf } from '@/api/problem';
import { Notice } from '@/components/Notice';
import { texts } from '@/texts';
import { DemoUsers } from './DemoUsers';
import { usePasswordSignIn } from './usePasswordSignIn';

function reasonOf(error: Error): string {
  switch (statusOf(error)) {
    case 401:
      return texts.session.wrong;
    case 429:
      return texts.session.tooMany;
    default:
      return texts.session.failed(error.message);
  }
}

const text = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

export function PasswordSignIn({ demoUsers }: { demoUsers: string[] }) {
  const { mutate, error, isPending } = usePasswordSignIn();
  return (
    <Stack sx={{ gap: 3 }}>
      <Stack
        component="form"
        sx={{ gap: 2 }}
        onSubmit={(event) => {
          event.preventDefault();
          const form = new FormData(event.currentTarget);
          mutate({ user: text(form, 'user'), password: text(form, 'password') });
        }}
      >
        {error !== null && <Notice severity="error">{reasonOf(error)}</Notice>}
        <TextField
          name="user"
          label={texts.session.user}
          autoComplete="username"
          required
          slotProps={{ htmlInput: { autoCapitalize: 'none', spellCheck: false } }}
        />
        <TextField
          name="password"
          type="password"
          label={texts.session.password}
          autoComplete="current-password"
          required
        />
        <Button type="submit" variant="contained" size="large" loading={isPending}>
          {texts.session.submit}
        </Button>
      </Stack>
      {demoUsers.length > 0 && (
        <DemoUsers users={demoUsers} disabled={isPending} onChoose={mutate} />
      )}
    </Stack>
  );
}
