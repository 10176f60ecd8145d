import Box from '@mui/material/Box';
import { useState } from 'react';
import { PageHeader } from '@/components/PageHeader';
import { useParam } from '@/lib/useParam';
import { texts } from '@/texts';
import { useChat, useIsOpen } from '../ChatContext';
import { SessionIndicator } from '../SessionIndicator';
import { SettingsDrawer } from '../settings/SettingsDrawer';
import { SettingsFields } from '../settings/SettingsFields';
import { PromptCard } from './PromptCard';
import { Side } from './Side';
import { type Prompt, useRuns } from './useRuns';

const words = texts.playground;

type Settings = Omit<Prompt, 'content'>;

interface DrawerProps {
  settings: Settings;
  onApply: (settings: Settings) => void;
  onClose: () => void;
}

function SettingsOfBoth({ settings, onApply, onClose }: DrawerProps) {
  const [draft, setDraft] = useState(settings);
  return (
    <SettingsDrawer
      title={words.settingsTitle}
      save={words.apply}
      pending={false}
      error={null}
      onSave={() => onApply(draft)}
      onClose={onClose}
    >
      <SettingsFields settings={draft} onChange={setDraft} />
    </SettingsDrawer>
  );
}

/** A model that the address names, or else one that is offered. */
function useModel(name: string, offered: string): [string, (model: string) => void] {
  const [named, setNamed] = useParam(name);
  const [written, setWritten] = useState(named === '' ? offered : named);
  return [
    written,
    (model) => {
      setWritten(model);
      setNamed(model);
    },
  ];
}

/** One prompt to two models side by side. */
export function Component() {
  const { offered } = useChat();
  const models = offered.models.map(({ id }) => id);
  const preferred = offered.defaultModel ?? models[0] ?? '';
  const [first, setFirst] = useModel('first', preferred);
  const [second, setSecond] = useModel(
    'second',
    models.find((model) => model !== preferred) ?? preferred,
  );
  const [prompt, setPrompt] = useState('');
  const [settings, setSettings] = useState<Settings>({
    systemPrompt: null,
    temperature: null,
    topP: null,
  });
  const [choosing, setChoosing] = useState(false);
  const { run, start, stop } = useRuns();
  const [one, other] = run?.answers ?? [];
  const oneOpen = useIsOpen(one);
  const otherOpen = useIsOpen(other);
  const both = [first.trim(), second.trim()];
  return (
    <>
      <PageHeader title={words.title} subtitle={words.subtitle} />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <PromptCard
          prompt={prompt}
          ready={both.every((model) => model !== '')}
          answering={oneOpen || otherOpen}
          note={words.kept}
          onChange={setPrompt}
          onSettings={() => setChoosing(true)}
          onRun={() => start({ ...settings, content: prompt.trim() }, both)}
          onStop={stop}
        />
        <Box
          sx={{
            display: 'grid',
            gap: 2,
            gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
          }}
        >
          <Side
            label={words.first}
            models={models}
            model={first}
            onModel={setFirst}
            answer={one}
            other={other}
          />
          <Side
            label={words.second}
            models={models}
            model={second}
            onModel={setSecond}
            answer={other}
            other={one}
          />
        </Box>
        <SessionIndicator />
      </Box>
      {choosing && (
        <SettingsOfBoth
          settings={settings}
          onApply={(chosen) => {
            setSettings(chosen);
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
