import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import { Link, Outlet, useLocation } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import { may, useMe } from '@/api/useMe';
import { PageHeader } from '@/components/PageHeader';
import { pricesPath } from '@/lib/pricePaths';
import { texts } from '@/texts';

const { tabs } = texts.prices;

/** The lists of prices. Each is a page of its own, so that it can be linked to. */
export function Component() {
  const org = useOrg();
  const { superadmin } = useMe();
  const base = pricesPath(org.orgId);
  const pages = [
    { to: base, label: tabs.list, shown: true },
    { to: `${base}/factors`, label: tabs.factors, shown: true },
    { to: `${base}/unpriced`, label: tabs.unpriced, shown: may(org, 'org:prices:write') },
    { to: `${base}/lists`, label: tabs.lists, shown: superadmin },
  ].filter(({ shown }) => shown);
  const { pathname } = useLocation();
  const current = pages.find(({ to }) => to === pathname)?.to ?? base;
  return (
    <>
      <PageHeader title={texts.prices.title} subtitle={texts.prices.subtitle} />
      {pages.length > 1 && (
        <Tabs
          component="nav"
          value={current}
          aria-label={tabs.label}
          variant="scrollable"
          sx={{ mb: 2 }}
        >
          {pages.map(({ to, label }) => (
            <Tab key={to} component={Link} to={to} value={to} label={label} />
          ))}
        </Tabs>
      )}
      <Outlet />
    </>
  );
}
