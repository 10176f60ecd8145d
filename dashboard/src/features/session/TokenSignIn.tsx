import Button from '@mui/material/Button';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { texts } from '@/texts';
import { useSession } from '@/api/SessionContext';

/** For installations where nothing signs people in: they bring the token they call the API with. */
export function TokenSignIn() {
  const { store } = useSession();
  return (
    <Stack
      component="form"
      sx={{ gap: 2 }}
      onSubmit={(event) => {
        event.preventDefault();
        const token = new FormData(event.currentTarget).get('token');
        if (typeof token === 'string') {
          store.signedIn(token.trim());
        }
      }}
    >
      <Typography variant="body2" color="textSecondary">
        {texts.session.none}
      </Typography>
      <TextField
        name="token"
        label={texts.session.token}
        autoComplete="off"
        required
        multiline
        maxRows={6}
      />
      <Button type="submit" variant="contained" size="large">
        {texts.session.submit}
      </Button>
    </Stack>
  );
}
