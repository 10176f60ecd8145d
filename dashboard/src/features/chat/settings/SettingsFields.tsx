import Stack from '@mui/material/Stack';
import TextField from '@mui/material/TextField';
import type { ModelSettings } from '@/api/chatGateway';
import { formatCount } from '@/lib/numbers';
import { texts } from '@/texts';
import { SamplingSlider } from './SamplingSlider';

const words = texts.chat.settingsForm;

const MOST_CHARACTERS = 8000;

/** Finer than a model lets one feel. */
const STEP = 0.05;

interface Props<T extends Omit<ModelSettings, 'model'>> {
  settings: T;
  onChange: (settings: T) => void;
}

/** What one tells a model besides the message. */
export function SettingsFields<T extends Omit<ModelSettings, 'model'>>({
  settings,
  onChange,
}: Props<T>) {
  const prompt = settings.systemPrompt ?? '';
  return (
    <Stack sx={{ gap: 3 }}>
      <TextField
        multiline
        minRows={4}
        maxRows={14}
        label={words.systemPrompt}
        placeholder={words.systemPromptExample}
        helperText={
          prompt === ''
            ? words.systemPromptHint
            : words.characters(formatCount(prompt.length), formatCount(MOST_CHARACTERS))
        }
        value={prompt}
        onChange={({ target: { value } }) =>
          onChange({ ...settings, systemPrompt: value === '' ? null : value })
        }
        slotProps={{ htmlInput: { maxLength: MOST_CHARACTERS } }}
      />
      <SamplingSlider
        label={words.temperature}
        hint={words.temperatureHint}
        value={settings.temperature}
        most={2}
        step={STEP}
        onChange={(temperature) => onChange({ ...settings, temperature })}
      />
      <SamplingSlider
        label={words.topP}
        hint={words.topPHint}
        value={settings.topP}
        most={1}
        step={STEP}
        onChange={(topP) => onChange({ ...settings, topP })}
      />
    </Stack>
  );
}
