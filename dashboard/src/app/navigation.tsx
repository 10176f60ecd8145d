import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined';
import ChatBubbleOutlineOutlined from '@mui/icons-material/ChatBubbleOutlineOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import HubOutlined from '@mui/icons-material/HubOutlined';
import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import KeyOutlined from '@mui/icons-material/KeyOutlined';
import PeopleOutlined from '@mui/icons-material/PeopleOutlined';
import ScienceOutlined from '@mui/icons-material/ScienceOutlined';
import SellOutlined from '@mui/icons-material/SellOutlined';
import TuneOutlined from '@mui/icons-material/TuneOutlined';
import type { ReactNode } from 'react';
import type { Me, OrgAccess } from '@/api/answers';
import type { Permission } from '@/api/permission';
import { may } from '@/api/useMe';
import { texts } from '@/texts';

export interface Destination {
  label: string;
  icon: ReactNode;
  to: string;
}

interface OrgPage {
  label: string;
  icon: ReactNode;
  /** Below /orgs/:orgId. */
  path: string;
  permission: Permission;
  /** Only where there is a gateway to call models through. */
  needsGateway?: boolean;
}

const page = (label: string, icon: ReactNode, path: string, permission: Permission): OrgPage => ({
  label,
  icon,
  path,
  permission,
});

const chatPage = (label: string, icon: ReactNode, path: string): OrgPage => ({
  ...page(label, icon, path, 'org:read'),
  needsGateway: true,
});

const ORG_PAGES: OrgPage[] = [
  page(texts.shell.analytics, <InsightsOutlined />, 'analytics', 'org:analytics:read'),
  page(texts.shell.calls, <ReceiptLongOutlined />, 'calls', 'org:analytics:read'),
  page(texts.shell.conversations, <ForumOutlined />, 'conversations', 'org:read'),
  chatPage(texts.shell.chat, <ChatBubbleOutlineOutlined />, 'chat'),
  chatPage(texts.shell.playground, <ScienceOutlined />, 'playground'),
  page(texts.shell.prices, <SellOutlined />, 'prices', 'org:analytics:read'),
  page(texts.shell.members, <PeopleOutlined />, 'members', 'org:members:write'),
  page(texts.shell.tokens, <KeyOutlined />, 'api-tokens', 'org:administer'),
  page(texts.shell.audit, <HistoryOutlined />, 'audit-log', 'org:administer'),
  page(texts.shell.settings, <TuneOutlined />, 'settings', 'org:budgets:write'),
];

/**
 * Where the reader may go; what is not theirs is not offered.
 *
 * @param gateway whether there is one to call models through
 */
export function destinationsOf(
  me: Me,
  org: OrgAccess | undefined,
  gateway: boolean,
): Destination[] {
  const ofOrg = ORG_PAGES.filter(
    ({ permission, needsGateway = false }) => may(org, permission) && (gateway || !needsGateway),
  ).map(({ label, icon, path }) => ({ label, icon, to: `/orgs/${org?.orgId ?? ''}/${path}` }));
  const mine = { label: texts.shell.mine, icon: <AccountCircleOutlined />, to: '/me' };
  const platform = { label: texts.shell.platform, icon: <HubOutlined />, to: '/platform' };
  return me.superadmin ? [...ofOrg, mine, platform] : [...ofOrg, mine];
}
