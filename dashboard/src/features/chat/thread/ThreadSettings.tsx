import { useState } from 'react';
import type { Conversation } from '@/api/chatGateway';
import { useChangeConversation } from '../api/useChangeConversation';
import { useChat } from '../ChatContext';
import { ChatSettings } from '../settings/ChatSettings';
import { SettingsButton } from '../settings/SettingsButton';

/** How the model is asked from now on. */
export function ThreadSettings({ conversation }: { conversation: Conversation }) {
  const { offered } = useChat();
  const { mutate, isPending, error, reset } = useChangeConversation(conversation);
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    reset();
  };
  return (
    <>
      <SettingsButton
        model={conversation.model ?? offered.defaultModel}
        onClick={() => setOpen(true)}
      />
      {open && (
        <ChatSettings
          settings={conversation}
          pending={isPending}
          error={error}
          onSave={(settings) => mutate(settings, { onSuccess: close })}
          onClose={close}
        />
      )}
    </>
  );
}
