import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { Outlet } from 'react-router';
import { useApi } from '@/api/ApiContext';
import type { OfferedModels } from '@/api/chatGateway';
import { useOrg } from '@/api/OrgContext';
import { Problem } from '@/api/problem';
import { useSession } from '@/api/SessionContext';
import { useModels } from '@/api/useModels';
import { Failed } from '@/components/states/Failed';
import { Loading } from '@/components/states/Loading';
import { createChats } from './answers/chats';
import { createSession } from './answers/session';
import { ChatContext } from './ChatContext';
import { ChatOff } from './ChatOff';

function InChat({ offered, children }: { offered: OfferedModels; children: ReactNode }) {
  const api = useApi();
  const queries = useQueryClient();
  const [session] = useState(createSession);
  const [chats] = useState(() => createChats(api, queries, session));
  useEffect(() => () => chats.stopAll(), [chats]);
  return <ChatContext value={{ offered, chats, session }}>{children}</ChatContext>;
}

/** Pages that call models. What is coming goes on while one goes from one of them to another. */
export function Component() {
  const { orgId } = useOrg();
  const { config } = useSession();
  const models = useModels(orgId, config.chat);
  const { error } = models;
  if (!config.chat) {
    return <ChatOff />;
  }
  if (models.data !== undefined) {
    return (
      <InChat offered={models.data}>
        <Outlet />
      </InChat>
    );
  }
  if (error instanceof Problem && error.status === 404) {
    return <ChatOff detail={error.detail} />;
  }
  if (error !== null) {
    return <Failed error={error} onRetry={() => void models.refetch()} />;
  }
  return <Loading height={480} />;
}
