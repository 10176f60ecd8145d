import Link from '@mui/material/Link';
import Stack from '@mui/material/Stack';
import { lazy, Suspense, useState } from 'react';
import { Link as RouterLink, useParams } from 'react-router';
import { useOrg } from '@/api/OrgContext';
import { may, useMe } from '@/api/useMe';
import { Columns } from '@/components/Columns';
import { PageHeader } from '@/components/PageHeader';
import { NotFound } from '@/components/states/NotFound';
import { providerName } from '@/lib/names';
import { useParam } from '@/lib/useParam';
import { pricesPath } from '@/lib/pricePaths';
import { texts } from '@/texts';
import { useEffectivePrice } from '../api/useEffectivePrice';
import { isPriceScope, type PriceScope } from '../edit/scope';
import { RepriceCard } from '../reprice/RepriceCard';
import type { Model } from '../types';
import { AliasesCard } from './AliasesCard';
import { EffectiveCard } from './EffectiveCard';
import { HistoryCard } from './HistoryCard';
import { ModelActions } from './ModelActions';

const AliasDialog = lazy(() => import('../edit/AliasDialog'));
const EndPriceDialog = lazy(() => import('../edit/EndPriceDialog'));
const PriceDialog = lazy(() => import('../edit/PriceDialog'));

function useScopes(): PriceScope[] {
  const org = useOrg();
  const { superadmin } = useMe();
  const contract: PriceScope[] = may(org, 'org:prices:write') ? ['contract'] : [];
  return superadmin ? [...contract, 'everyone'] : contract;
}

export function Component() {
  const { provider = '', '*': modelName = '' } = useParams();
  // Another model begins anew: what was typed or repriced belongs to the one before.
  return modelName === '' ? (
    <NotFound />
  ) : (
    <ModelPrices key={`${provider}/${modelName}`} model={{ provider, modelName }} />
  );
}

function ModelPrices({ model }: { model: Model }) {
  const { orgId } = useOrg();
  const { provider, modelName } = model;
  const price = useEffectivePrice(model, { orgId });
  const scopes = useScopes();
  const [edited, edit] = useParam('edit');
  const [ending, setEnding] = useState(false);
  const [naming, setNaming] = useState(false);
  const listed = price.data?.provider === provider && price.data.modelName === modelName;
  const contract = listed && price.data?.orgId === orgId;
  return (
    <>
      <PageHeader
        title={modelName}
        subtitle={providerName(provider)}
        above={
          <Link component={RouterLink} to={pricesPath(orgId)} underline="hover">
            ‹ {texts.prices.model.back}
          </Link>
        }
        actions={
          <ModelActions
            scopes={scopes}
            contractInForce={contract}
            onEdit={edit}
            onEnd={() => setEnding(true)}
            unlisted={price.isSuccess && !listed}
            onName={() => setNaming(true)}
          />
        }
      />
      <Stack sx={{ gap: 2 }}>
        <Columns wide="1fr">
          <Stack sx={{ gap: 2 }}>
            <EffectiveCard model={model} price={price} />
            <AliasesCard orgId={orgId} model={model} scopes={scopes} />
          </Stack>
          <HistoryCard orgId={orgId} model={model} />
        </Columns>
        {scopes.includes('contract') && <RepriceCard orgId={orgId} model={model} />}
      </Stack>
      <Suspense>
        {isPriceScope(edited) && scopes.includes(edited) && price.data !== undefined && (
          <PriceDialog scope={edited} model={model} inForce={price.data} onClose={() => edit('')} />
        )}
        {naming && (
          <AliasDialog
            orgId={orgId}
            scopes={scopes}
            model={model}
            onClose={() => setNaming(false)}
          />
        )}
        {ending && <EndPriceDialog orgId={orgId} model={model} onClose={() => setEnding(false)} />}
      </Suspense>
    </>
  );
}
