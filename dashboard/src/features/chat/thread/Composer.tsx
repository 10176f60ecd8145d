import ArrowUpward from '@mui/icons-material/ArrowUpward';
import StopRounded from '@mui/icons-material/StopRounded';
import IconButton from '@mui/material/IconButton';
import InputBase from '@mui/material/InputBase';
import Stack from '@mui/material/Stack';
import Tooltip from '@mui/material/Tooltip';
import { type KeyboardEvent, type RefObject, useRef } from 'react';
import { texts } from '@/texts';

const words = texts.chat;

/** As the API takes. */
const MOST_CHARACTERS = 100_000;

const ROUND = {
  width: 40,
  height: 40,
  bgcolor: 'primary.main',
  color: 'primary.contrastText',
  '&:hover': { bgcolor: 'primary.dark' },
  '&.Mui-disabled': { bgcolor: 'action.disabledBackground' },
};

interface Props {
  /** Whom one writes to. */
  model: string;
  text: string;
  field?: RefObject<HTMLTextAreaElement | null> | undefined;
  answering: boolean;
  onChange: (text: string) => void;
  onSend: (content: string) => void;
  /** Undefined where there is nothing to stop yet. */
  onStop?: () => void;
}

/** Where one writes. Focus stays here while the answer comes, so that one can go on. */
export function Composer({ model, text, field, answering, onChange, onSend, onStop }: Props) {
  const own = useRef<HTMLTextAreaElement>(null);
  const input = field ?? own;
  const content = text.trim();
  const sendable = content !== '' && !answering;
  function send() {
    if (sendable) {
      onSend(content);
      // The button that was pressed makes room for the other one.
      input.current?.focus();
    }
  }
  function onKeyDown(event: KeyboardEvent) {
    // Enter also ends the composition of a word, in Japanese for one.
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      send();
    }
  }
  return (
    <Stack
      component="form"
      direction="row"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      sx={{
        alignItems: 'flex-end',
        gap: 1,
        p: 0.75,
        pl: 2.5,
        border: 1,
        borderColor: 'divider',
        borderRadius: '28px',
        bgcolor: 'background.paper',
        transition: 'border-color 120ms, box-shadow 120ms',
        '&:focus-within': {
          borderColor: 'primary.main',
          boxShadow: (theme) => `0 0 0 1px ${theme.vars?.palette.primary.main}`,
        },
      }}
    >
      <InputBase
        multiline
        maxRows={8}
        inputRef={input}
        value={text}
        placeholder={words.placeholder(model)}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={onKeyDown}
        slotProps={{
          input: { 'aria-label': words.message, maxLength: MOST_CHARACTERS, title: words.hint },
        }}
        sx={{ flexGrow: 1, py: 1, fontSize: '1rem', lineHeight: 1.5 }}
      />
      {answering && onStop !== undefined ? (
        <Tooltip title={words.stop}>
          <IconButton
            aria-label={words.stop}
            onClick={() => {
              onStop();
              input.current?.focus();
            }}
            sx={ROUND}
          >
            <StopRounded />
          </IconButton>
        </Tooltip>
      ) : (
        <Tooltip title={words.send}>
          <span>
            <IconButton type="submit" aria-label={words.send} disabled={!sendable} sx={ROUND}>
              <ArrowUpward />
            </IconButton>
          </span>
        </Tooltip>
      )}
    </Stack>
  );
}
