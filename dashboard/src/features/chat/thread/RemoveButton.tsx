import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Conversation } from '@/api/chatGateway';
import { Confirm } from '@/components/Confirm';
import { texts } from '@/texts';
import { useDeleteConversation } from '../api/useDeleteConversation';
import { titleOf } from '../titleOf';

const words = texts.chat;

export function RemoveButton({ conversation }: { conversation: Conversation }) {
  const navigate = useNavigate();
  const { mutate, isPending, error, reset } = useDeleteConversation(conversation);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Tooltip title={words.remove}>
        <IconButton aria-label={words.remove} onClick={() => setAsking(true)}>
          <DeleteOutlined />
        </IconButton>
      </Tooltip>
      {asking && (
        <Confirm
          title={words.removeTitle}
          action={words.remove}
          destructive
          pending={isPending}
          error={error}
          onConfirm={() =>
            mutate(undefined, {
              onSuccess: () => void navigate(`/orgs/${conversation.orgId}/chat`, { replace: true }),
            })
          }
          onClose={() => {
            setAsking(false);
            reset();
          }}
        >
          <Typography>{words.removeDetail(titleOf(conversation))}</Typography>
        </Confirm>
      )}
    </>
  );
}
