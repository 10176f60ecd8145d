import { useState } from 'react';
import type { ModelSettings } from '@/api/chatGateway';
import { texts } from '@/texts';
import { useChat } from '../ChatContext';
import { ModelField } from './ModelField';
import { SettingsDrawer } from './SettingsDrawer';
import { SettingsFields } from './SettingsFields';

interface Props {
  settings: ModelSettings;
  pending: boolean;
  error: Error | null;
  onSave: (settings: ModelSettings) => void;
  onClose: () => void;
}

/** How the model of a conversation is asked from now on. */
export function ChatSettings({ settings, pending, error, onSave, onClose }: Props) {
  const { offered } = useChat();
  const { model, systemPrompt, temperature, topP } = settings;
  const [draft, setDraft] = useState<ModelSettings>({ model, systemPrompt, temperature, topP });
  return (
    <SettingsDrawer
      title={texts.chat.settingsForm.title}
      pending={pending}
      error={error}
      onSave={() => onSave({ ...draft, model: draft.model?.trim() || null })}
      onClose={onClose}
    >
      <ModelField
        hint={texts.chat.settingsForm.modelHint}
        models={offered.models.map(({ id }) => id)}
        value={draft.model ?? ''}
        onChange={(written) => setDraft({ ...draft, model: written })}
      />
      <SettingsFields settings={draft} onChange={setDraft} />
    </SettingsDrawer>
  );
}
