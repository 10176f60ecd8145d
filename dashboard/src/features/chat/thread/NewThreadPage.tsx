import ForumOutlined from '@mui/icons-material/ForumOutlined';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import type { ModelSettings } from '@/api/chatGateway';
import { useOrg } from '@/api/OrgContext';
import { Notice } from '@/components/Notice';
import { PageTitle } from '@/components/PageTitle';
import { State } from '@/components/states/State';
import { texts } from '@/texts';
import { useCreateConversation } from '../api/useCreateConversation';
import { useChat } from '../ChatContext';
import { sentenceOf } from '../sentence';
import { ChatSettings } from '../settings/ChatSettings';
import { SettingsButton } from '../settings/SettingsButton';
import { titleFor } from '../titleOf';
import { Composer } from './Composer';
import { BEGUN } from './begun';
import { ThreadFrame } from './ThreadFrame';

const words = texts.chat;

/** A conversation that begins with its first message: before that, nothing is kept. */
export function Component() {
  const { orgId } = useOrg();
  const { chats, offered } = useChat();
  const navigate = useNavigate();
  // Beside the list, which is the page then.
  const beside = !useLocation().pathname.endsWith('/new');
  const [text, setText] = useState('');
  const [choosing, setChoosing] = useState(false);
  const [settings, setSettings] = useState<ModelSettings>({
    model: offered.defaultModel,
    systemPrompt: null,
    temperature: null,
    topP: null,
  });
  const { mutate, error, isPending } = useCreateConversation(orgId);
  function begin(content: string) {
    mutate(
      { ...settings, title: titleFor(content) },
      {
        onSuccess: (made) => {
          chats.send(made, content);
          void navigate(`/orgs/${orgId}/chat/${made.id}`, {
            replace: !beside,
            state: BEGUN,
          });
        },
      },
    );
  }
  return (
    <>
      <PageTitle title={words.title} />
      <ThreadFrame
        title={
          <Typography variant="h1" component={beside ? 'h2' : 'h1'} sx={{ fontSize: '1.25rem' }}>
            {words.newChat}
          </Typography>
        }
        below={<SettingsButton model={settings.model} onClick={() => setChoosing(true)} />}
        composer={
          <Composer
            model={settings.model ?? words.model}
            text={text}
            answering={isPending}
            onChange={setText}
            onSend={begin}
          />
        }
      >
        <Box
          sx={{
            flexGrow: 1,
            minHeight: 0,
            overflowY: 'auto',
            display: 'grid',
            alignItems: 'center',
          }}
        >
          <State
            icon={<ForumOutlined />}
            title={words.startTitle}
            detail={settings.model === null ? words.startWithoutModel : words.startDetail}
          />
        </Box>
        {error !== null && (
          <Notice severity="error" sx={{ mx: { xs: 1, sm: 2.5 }, borderRadius: '16px' }}>
            {sentenceOf(error)}
          </Notice>
        )}
      </ThreadFrame>
      {choosing && (
        <ChatSettings
          settings={settings}
          pending={false}
          error={null}
          onSave={(chosen) => {
            setSettings(chosen);
            setChoosing(false);
          }}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  );
}
