import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useId } from 'react';
import { texts } from '@/texts';
import type { CallFields } from './callTerms';

const words = texts.tokens.calls;

interface Props {
  fields: CallFields;
  /** What is wrong with a field, as a sentence. */
  faultOf: (field: keyof CallFields) => string | undefined;
  onChange: (fields: CallFields) => void;
}

/** What a key of the gateway says of each call. */
export function CallFieldset({ fields, faultOf, onChange }: Props) {
  const titleId = useId();
  const field = (name: keyof CallFields, hint: string) => ({
    label: words[name],
    value: fields[name],
    error: faultOf(name) !== undefined,
    helperText: faultOf(name) ?? hint,
    onChange: (event: { target: { value: string } }) =>
      onChange({ ...fields, [name]: event.target.value }),
    slotProps: { htmlInput: { autoCapitalize: 'none', spellCheck: false } },
  });
  return (
    <Stack role="group" aria-labelledby={titleId} sx={{ gap: 2 }}>
      <Typography id={titleId} variant="h3">
        {words.title}
      </Typography>
      <TextField {...field('userId', words.userIdHint)} />
      <TextField {...field('tags', words.tagsHint)} />
      <TextField {...field('models', words.modelsHint)} />
      <TextField {...field('upstreams', words.upstreamsHint)} />
    </Stack>
  );
}
