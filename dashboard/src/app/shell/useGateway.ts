import type { OrgAccess } from '@/api/answers';
import { statusOf } from '@/api/problem';
import { useSession } from '@/api/SessionContext';
import { useModels } from '@/api/useModels';

/** What it answers where it keeps no conversations, or none for this reader. */
const CLOSED = [403, 404];

/** Whether there is a gateway to chat through: as configured, and as it has answered if it was asked. */
export function useGateway(org: OrgAccess | undefined): boolean {
  const { config } = useSession();
  const { error } = useModels(org?.orgId ?? '', false);
  return config.chat && !CLOSED.includes(statusOf(error) ?? 0);
}
