import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { lazy, Suspense, useState } from 'react';
import { ChartCard } from '@/components/ChartCard';
import { providerName } from '@/lib/names';
import { texts } from '@/texts';
import { aliasTitle, EVERY_MODEL, isOfModel } from '../aliases';
import { useAliases } from '../api/useAliases';
import type { PriceScope } from '../edit/scope';
import { sinceName } from '../names';
import type { Alias, Model } from '../types';

const EndAliasDialog = lazy(() => import('../edit/EndAliasDialog'));

const words = texts.prices.alias;

interface Props {
  orgId: string;
  model: Model;
  /** Whose aliases the reader may end. */
  scopes: PriceScope[];
}

const scopeOf = ({ orgId }: Alias): PriceScope => (orgId === '' ? 'everyone' : 'contract');

function detailOf(alias: Alias): string {
  const { provider, alias: name, effectiveFrom } = alias;
  const holds = texts.prices.model.effectiveOf(
    words.scopes[scopeOf(alias)],
    sinceName(effectiveFrom),
  );
  return name === EVERY_MODEL ? `${words.everyModel(providerName(provider))} · ${holds}` : holds;
}

/** Names that somebody set to mean this model. Most models have none, and then there is no card. */
export function AliasesCard({ orgId, model, scopes }: Props) {
  const aliases = useAliases(orgId).data?.aliases ?? [];
  const [ending, setEnding] = useState<Alias | null>(null);
  const ofModel = aliases.filter((alias) => isOfModel(alias, model));
  if (ofModel.length === 0) {
    return null;
  }
  return (
    <ChartCard title={words.names}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {ofModel.map((alias) => (
          <Box component="li" key={alias.id} sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
            <Box sx={{ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
              <Typography component="span" sx={{ fontWeight: 600, mr: 1 }}>
                {aliasTitle(alias, model)}
              </Typography>
              <Typography component="span" variant="body2" color="textSecondary">
                {detailOf(alias)}
              </Typography>
            </Box>
            {scopes.includes(scopeOf(alias)) && (
              <Button
                size="small"
                color="error"
                aria-label={words.endFor(aliasTitle(alias, model))}
                onClick={() => setEnding(alias)}
              >
                {words.end}
              </Button>
            )}
          </Box>
        ))}
      </Box>
      <Suspense>
        {ending !== null && (
          <EndAliasDialog orgId={orgId} alias={ending} onClose={() => setEnding(null)} />
        )}
      </Suspense>
    </ChartCard>
  );
}
