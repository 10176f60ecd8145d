import EditOutlined from '@mui/icons-material/EditOutlined';
import ButtonBase from '@mui/material/ButtonBase';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { texts } from '@/texts';

const words = texts.chat;

const MOST_CHARACTERS = 200;

interface Props {
  title: string;
  onRename: (title: string) => void;
}

interface EditorProps {
  title: string;
  /** With the title to save, if any; by a key, or by going elsewhere. */
  onEnd: (title: string | undefined, byKey: boolean) => void;
}

function Editor({ title, onEnd }: EditorProps) {
  const [text, setText] = useState(title);
  // The field also loses the focus when it goes.
  const ended = useRef(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const faulty = text.trim() === '';
  function end(changed: string | undefined, byKey: boolean) {
    if (!ended.current) {
      ended.current = true;
      onEnd(changed, byKey);
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      end(undefined, true);
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && !faulty) {
      // Otherwise the key goes on to the button that takes the focus, and presses it.
      event.preventDefault();
      end(text.trim(), true);
    }
  }
  return (
    <TextField
      inputRef={field}
      fullWidth
      size="small"
      value={text}
      error={faulty}
      helperText={faulty ? words.titleRule : undefined}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => end(faulty ? undefined : text.trim(), false)}
      onKeyDown={onKeyDown}
      slotProps={{ htmlInput: { 'aria-label': words.titleField, maxLength: MOST_CHARACTERS } }}
      sx={{ maxWidth: 560 }}
    />
  );
}

/** The title of the page, which a click makes a field: Enter or leaving it saves, Escape does not. */
export function TitleField({ title, onRename }: Props) {
  const [editing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const focusNext = useRef(false);
  useEffect(() => {
    // Focus returns to where it came from, not to the top of the page.
    if (!editing && focusNext.current) {
      focusNext.current = false;
      button.current?.focus();
    }
  }, [editing]);
  if (editing) {
    return (
      <Editor
        title={title}
        onEnd={(changed, byKey) => {
          focusNext.current = byKey;
          setEditing(false);
          if (changed !== undefined && changed !== title) {
            onRename(changed);
          }
        }}
      />
    );
  }
  return (
    <Typography variant="h1" sx={{ fontSize: '1.25rem', minWidth: 0 }}>
      <ButtonBase
        ref={button}
        aria-label={words.rename(title)}
        onClick={() => setEditing(true)}
        sx={{
          font: 'inherit',
          letterSpacing: 'inherit',
          gap: 1,
          maxWidth: '100%',
          mx: -1,
          px: 1,
          py: 0.25,
          borderRadius: '12px',
          textAlign: 'left',
          '& svg': { fontSize: 18, opacity: 0, color: 'text.secondary', flexShrink: 0 },
          '&:hover svg, &:focus-visible svg': { opacity: 1 },
          '@media (hover: none)': { '& svg': { opacity: 1 } },
        }}
      >
        <Typography component="span" noWrap sx={{ font: 'inherit', letterSpacing: 'inherit' }}>
          {title}
        </Typography>
        <EditOutlined />
      </ButtonBase>
    </Typography>
  );
}
