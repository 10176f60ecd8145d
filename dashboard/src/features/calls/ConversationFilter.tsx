import TextField from '@mui/material/TextField';
import type { KeyboardEvent } from 'react';
import { texts } from '@/texts';

interface Props {
  value: string | undefined;
  onChange: (conversationId: string | undefined) => void;
}

/** An id is pasted, not typed; it counts when it is complete. */
export function ConversationFilter({ value = '', onChange }: Props) {
  const commit = (written: string) => {
    const id = written.trim();
    if (id !== value) {
      onChange(id);
    }
  };
  return (
    <TextField
      // Another value from the address replaces what stands in the field.
      key={value}
      type="search"
      size="small"
      label={texts.calls.filters.conversationId}
      defaultValue={value}
      onBlur={({ target }) => commit(target.value)}
      onKeyDown={({ key, target }: KeyboardEvent) =>
        key === 'Enter' && target instanceof HTMLInputElement && commit(target.value)
      }
    />
  );
}
