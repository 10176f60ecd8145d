import AccountCircleOutlined from '@mui/icons-material/AccountCircleOutlined';
import ForumOutlined from '@mui/icons-material/ForumOutlined';
import HubOutlined from '@mui/icons-material/HubOutlined';
import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import ReceiptLongOutlined from '@mui/icons-material/ReceiptLongOutlined';
import type { ReactNode } from 'react';
import type { Me, OrgAccess, Permission } from '@/api/pending';
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

const ORG_PAGES: OrgPage[] = [
  {
    label: texts.shell.analytics,
    icon: <InsightsOutlined />,
    path: 'analytics',
    permission: 'org:analytics:read',
  },
  {
    label: texts.shell.calls,
    icon: <ReceiptLongOutlined />,
    path: 'calls',
    permission: 'org:analytics:read',
  },
  {
    label: texts.shell.conversations,
    icon: <ForumOutlined />,
    path: 'conversations',
    permission: 'org:read',
  },
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
