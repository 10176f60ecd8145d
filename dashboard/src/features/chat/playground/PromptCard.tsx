import PlayArrow from '@mui/icons-material/PlayArrow';
import Stop from '@mui/icons-material/Stop';
import TuneOutlined from '@mui/icons-material/TuneOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import type { ReactNode } from 'react';
import { texts } from '@/texts';

const words = texts.playground;

/** As the API takes. */
const MOST_CHARACTERS = 100_000;

interface Props {
  prompt: string;
  /** Both models are named. */
  ready: boolean;
  answering: boolean;
  /** Beside the buttons. */
  note: ReactNode;
  onChange: (prompt: string) => void;
  onSettings: () => void;
  onRun: () => void;
  onStop: () => void;
}

export function PromptCard(props: Props) {
  const { prompt, ready, answering, note, onChange, onSettings, onRun, onStop } = props;
  const runnable = ready && prompt.trim() !== '' && !answering;
  return (
    <Card
      component="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (runnable) {
          onRun();
        }
      }}
      sx={{ p: { xs: 2, sm: 2.5 } }}
    >
      <TextField
        multiline
        fullWidth
        minRows={3}
        maxRows={10}
        label={words.prompt}
        placeholder={words.promptExample}
        value={prompt}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && runnable) {
            event.preventDefault();
            onRun();
          }
        }}
        slotProps={{ htmlInput: { maxLength: MOST_CHARACTERS, title: words.hint } }}
      />
      <Stack direction="row" sx={{ flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 1.5 }}>
        <Box sx={{ flex: '1 1 240px', color: 'text.secondary', fontSize: '0.8125rem' }}>{note}</Box>
        <Stack direction="row" sx={{ ml: 'auto', gap: 1 }}>
          <Button startIcon={<TuneOutlined />} aria-haspopup="dialog" onClick={onSettings}>
            {words.settings}
          </Button>
          {answering ? (
            <Button variant="contained" startIcon={<Stop />} onClick={onStop}>
              {words.stop}
            </Button>
          ) : (
            <Button
              type="submit"
              variant="contained"
              startIcon={<PlayArrow />}
              disabled={!runnable}
            >
              {words.run}
            </Button>
          )}
        </Stack>
      </Stack>
    </Card>
  );
}
