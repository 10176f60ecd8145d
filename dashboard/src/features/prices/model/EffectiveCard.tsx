import { ChartCard } from '@/components/ChartCard';
import { Notice } from '@/components/Notice';
import { Empty } from '@/components/states/Empty';
import { Loaded } from '@/components/states/Loaded';
import { texts } from '@/texts';
import type { UseQueryResult } from '@tanstack/react-query';
import { modelTitle, scopeName, sinceName } from '../names';
import { SourceChip } from '../SourceChip';
import type { EffectivePrice, Model } from '../types';
import { RatesTable } from './RatesTable';

const words = texts.prices.model;

interface Props {
  model: Model;
  price: UseQueryResult<EffectivePrice | null>;
}

export function EffectiveCard({ model, price }: Props) {
  const found = price.data ?? null;
  const alias = found !== null && modelTitle(found) !== modelTitle(model);
  return (
    <ChartCard
      title={words.effective}
      subtitle={
        found === null
          ? undefined
          : words.effectiveOf(scopeName(found.orgId), sinceName(found.effectiveFrom))
      }
      actions={found !== null && <SourceChip {...found} />}
    >
      {alias && (
        <Notice severity="info" sx={{ borderRadius: '12px', mb: 1.5 }}>
          {words.aliasOf(modelTitle(found))}
        </Notice>
      )}
      {found?.factor != null && (
        <Notice severity="info" sx={{ borderRadius: '12px', mb: 1.5 }}>
          {texts.prices.factors.inForce(found.factor.factor, found.factor.models)}
        </Notice>
      )}
      <Loaded query={price} height={260}>
        {(known) =>
          known == null ? (
            <Empty title={words.none} detail={words.noneDetail} />
          ) : (
            <RatesTable rates={known.rates} />
          )
        }
      </Loaded>
    </ChartCard>
  );
}
