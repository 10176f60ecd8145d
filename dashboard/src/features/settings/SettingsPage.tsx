import Box from '@mui/material/Box';
import { useOrg } from '@/api/OrgContext';
import { may } from '@/api/useMe';
import { ChartCard } from '@/components/ChartCard';
import { PageHeader } from '@/components/PageHeader';
import { Loaded } from '@/components/states/Loaded';
import { texts } from '@/texts';
import { useOrgSettings } from './api/useOrgSettings';
import { BudgetCard } from './BudgetCard';
import { SettingsForm } from './SettingsForm';

const words = texts.settings;

export function Component() {
  const org = useOrg();
  const settings = useOrgSettings(org.orgId);
  return (
    <>
      <PageHeader title={words.title} subtitle={words.subtitle(org.name)} />
      <Box sx={{ display: 'grid', gap: 2.5, maxWidth: 960 }}>
        <BudgetCard key={`budget/${org.orgId}`} orgId={org.orgId} />
        <ChartCard title={words.org} subtitle={words.orgId(org.orgId)}>
          <Loaded query={settings} height={280}>
            {(known) => (
              <SettingsForm
                key={known.orgId}
                settings={known}
                editable={may(org, 'org:administer')}
              />
            )}
          </Loaded>
        </ChartCard>
      </Box>
    </>
  );
}
