import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { ChartCard } from '@/components/ChartCard';
import { texts } from '@/texts';
import { useAliases } from '../api/useAliases';
import { modelTitle, sinceName } from '../names';
import type { Model } from '../types';

const words = texts.prices.model;

/** As an alias and as its target: every model of a provider, each under its own name. */
const EVERY_MODEL = '*';

/** Names that somebody set to mean this model. Most models have none, and then there is no card. */
export function AliasesCard({ orgId, model }: { orgId: string; model: Model }) {
  const aliases = useAliases(orgId).data?.aliases ?? [];
  const ofModel = aliases.filter(
    ({ target }) =>
      target?.provider === model.provider &&
      [model.modelName, EVERY_MODEL].includes(target.modelName),
  );
  if (ofModel.length === 0) {
    return null;
  }
  return (
    <ChartCard title={words.aliases}>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {ofModel.map(({ id, provider, alias, orgId: of, effectiveFrom }) => (
          <li key={id}>
            <Typography component="span" sx={{ fontWeight: 600, mr: 1 }}>
              {modelTitle({ provider, modelName: alias === EVERY_MODEL ? model.modelName : alias })}
            </Typography>
            <Typography component="span" variant="body2" color="textSecondary">
              {words.effectiveOf(
                of === '' ? words.aliasOfEveryone : words.aliasOfOrg,
                sinceName(effectiveFrom),
              )}
            </Typography>
          </li>
        ))}
      </Box>
    </ChartCard>
  );
}
