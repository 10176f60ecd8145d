import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'react-router';
import { Notice } from '@/components/Notice';
import { PageTitle } from '@/components/PageTitle';
import { texts } from '@/texts';
import { messagesOf, type Pages } from '../api/useConversation';
import { useChangeConversation } from '../api/useChangeConversation';
import { useSaveConversation } from '../api/useSaveConversation';
import { useAsked, useChat, useIsOpen } from '../ChatContext';
import { titleOf } from '../titleOf';
import { BEGUN } from './begun';
import { Composer } from './Composer';
import { Messages } from './Messages';
import { RemoveButton } from './RemoveButton';
import { SaveButton } from './SaveButton';
import { ThreadFrame } from './ThreadFrame';
import { ThreadSettings } from './ThreadSettings';
import { ThreadUsage } from './ThreadUsage';
import { TitleField } from './TitleField';

interface Props {
  pages: Pages;
  onEarlier: (() => void) | undefined;
  loadingEarlier: boolean;
}

export function Thread({ pages, onEarlier, loadingEarlier }: Props) {
  // The newest page is never away.
  const [conversation] = pages.pages as [Pages['pages'][number]];
  const { id } = conversation;
  const { chats, offered, session } = useChat();
  const messages = useMemo(() => messagesOf(pages), [pages]);
  const asked = useAsked(id);
  const answering = useIsOpen(asked?.answer);
  const rename = useChangeConversation(conversation);
  const save = useSaveConversation(conversation);
  const [text, setText] = useState('');
  useEffect(() => session.known(messages), [session, messages]);
  const field = useRef<HTMLTextAreaElement>(null);
  const begun = useLocation().state === BEGUN;
  useEffect(() => {
    // Who has just begun it goes on writing; the frame of the app takes the focus first.
    const frame = begun ? requestAnimationFrame(() => field.current?.focus()) : 0;
    return () => cancelAnimationFrame(frame);
  }, [begun]);
  const title = titleOf(conversation);
  const model = conversation.model ?? offered.defaultModel ?? texts.chat.model;
  function send(content: string) {
    setText('');
    chats.send(conversation, content);
  }
  return (
    <>
      <PageTitle title={title} />
      <ThreadFrame
        title={
          <TitleField title={title} onRename={(changed) => rename.mutate({ title: changed })} />
        }
        actions={
          <>
            <SaveButton pending={save.isPending} onSave={save.mutate} />
            <RemoveButton conversation={conversation} />
          </>
        }
        below={
          <>
            <ThreadSettings conversation={conversation} />
            <ThreadUsage id={id} orgId={conversation.orgId} />
          </>
        }
        composer={
          <Composer
            model={model}
            text={text}
            field={field}
            answering={answering}
            onChange={setText}
            onSend={send}
            onStop={() => asked?.answer.stop()}
          />
        }
      >
        {rename.error !== null && (
          <Notice severity="error" onClose={rename.reset} sx={{ borderRadius: 0 }}>
            {rename.error.message}
          </Notice>
        )}
        {save.error !== null && (
          <Notice severity="error" onClose={save.reset} sx={{ borderRadius: 0 }}>
            {save.error.message}
          </Notice>
        )}
        <Messages
          messages={messages}
          asked={asked}
          model={model}
          onEarlier={onEarlier}
          loadingEarlier={loadingEarlier}
          onAgain={(content) => chats.send(conversation, content)}
        />
      </ThreadFrame>
    </>
  );
}
