import KeyboardArrowDown from '@mui/icons-material/KeyboardArrowDown';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Fab from '@mui/material/Fab';
import { useLayoutEffect } from 'react';
import type { Message } from '@/api/chatGateway';
import { texts } from '@/texts';
import type { Asked } from '../answers/chats';
import { LiveExchange } from './LiveExchange';
import { StoredMessage } from './StoredMessage';
import { useFollow } from './useFollow';

const words = texts.chat;

interface Props {
  /** The oldest first. */
  messages: Message[];
  asked: Asked | undefined;
  /** Who is asked. */
  model: string;
  /** Undefined where there are none. */
  onEarlier: (() => void) | undefined;
  loadingEarlier: boolean;
  /** Asks the same once more. */
  onAgain: (content: string) => void;
}

/** Without what is shown while it comes. */
function kept(messages: Message[], asked: Asked | undefined): Message[] {
  const { message, userMessage } = asked?.answer.answer() ?? {};
  return messages.filter(({ id }) => id !== message?.id && id !== userMessage?.id);
}

/** The conversation itself. A log: what is added to it is read out, sentence by sentence. */
export function Messages(props: Props) {
  const { messages, asked, model, onEarlier, loadingEarlier, onAgain } = props;
  const { box, away, onScroll, follow, toEnd, hold } = useFollow(messages[0]?.id);
  const last = messages.at(-1)?.id;
  useLayoutEffect(follow, [last, follow]);
  // Who asks wants to see the answer.
  useLayoutEffect(toEnd, [asked, toEnd]);
  return (
    <Box sx={{ position: 'relative', flexGrow: 1, minHeight: 0 }}>
      <Box
        ref={box}
        role="log"
        aria-label={words.messages}
        tabIndex={0}
        onScroll={onScroll}
        sx={{
          height: '100%',
          overflowY: 'auto',
          scrollbarWidth: 'thin',
          px: { xs: 1.5, sm: 2.5 },
          py: 2,
        }}
      >
        {onEarlier !== undefined && (
          <Box sx={{ textAlign: 'center', pb: 2 }}>
            <Button
              loading={loadingEarlier}
              onClick={() => {
                hold();
                onEarlier();
              }}
            >
              {words.earlier}
            </Button>
          </Box>
        )}
        <Box
          component="ol"
          sx={{
            listStyle: 'none',
            display: 'flex',
            flexDirection: 'column',
            gap: 2.5,
            m: 0,
            p: 0,
            maxWidth: 820,
            mx: 'auto',
          }}
        >
          {kept(messages, asked).map((message) => (
            <StoredMessage key={message.id} message={message} />
          ))}
          {asked !== undefined && (
            <LiveExchange
              asked={asked}
              model={model}
              onGrown={follow}
              onAgain={() => onAgain(asked.content)}
            />
          )}
        </Box>
      </Box>
      {away && (
        <Fab
          size="small"
          aria-label={words.newest}
          onClick={toEnd}
          sx={{
            position: 'absolute',
            bottom: 12,
            left: 'calc(50% - 20px)',
            bgcolor: 'surface.containerHighest',
            color: 'text.primary',
          }}
        >
          <KeyboardArrowDown />
        </Fab>
      )}
    </Box>
  );
}
