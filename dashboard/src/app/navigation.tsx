import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import HubOutlined from '@mui/icons-material/HubOutlined';
import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import KeyOutlined from '@mui/icons-material/KeyOutlined';
import PeopleOutlined from '@mui/icons-material/PeopleOutlined';
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
}

const page = (label: string, icon: ReactNode, path: string, permission: Permission): OrgPage => ({
  label,
  icon,
  path,
  permission,
});

const ORG_PAGES: OrgPage[] = [
  page(texts.shell.analytics, <InsightsOutlined />, 'analytics', 'org:analytics:read'),
  page(texts.shell.calls, <ReceiptLongOutlined />, 'calls', 'org:analytics:read'),
  page(texts.shell.conversations, <ForumOutlined />, 'conversations', 'org:read'),
  page(texts.shell.prices, <SellOutlined />, 'prices', 'org:analytics:read'),
  page(texts.shell.members, <PeopleOutlined />, 'members', 'org:members:write'),
  page(texts.shell.tokens, <KeyOutlined />, 'api-tokens', 'org:administer'),
  page(texts.shell.audit, <HistoryOutlined />, 'audit-log', 'org:administer'),
  page(texts.shell.settings, <TuneOutlined />, 'settings', 'org:budgets:write'),
];

/** Where the reader may go; what is not theirs is not offered. */
export function destinationsOf(me: Me, org: OrgAccess | undefined): Destination[] {
  const ofOrg = ORG_PAGES.filter(({ permission }) => may(org, permission)).map(
    ({ label, icon, path }) => ({ label, icon, to: `/orgs/${org?.orgId ?? ''}/${path}` }),
  );
  const mine = { label: texts.shell.mine, icon: <AccountCircleOutlined />, to: '/me' };
  const platform = { label: texts.shell.platform, icon: <HubOutlined />, to: '/platform' };
  return me.superadmin ? [...ofOrg, mine, platform] : [...ofOrg, mine];
}
