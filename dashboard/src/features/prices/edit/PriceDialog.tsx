import { useOrg } from '@/api/OrgContext';
import { Loading } from '@/components/states/Loading';
import { useEffectivePrice } from '../api/useEffectivePrice';
import type { EffectivePrice, Model } from '../types';
import { PriceEditor } from './PriceEditor';
import type { PriceScope } from './scope';

interface Props {
  scope: PriceScope;
  model: Model;
  /** What prices the org's calls now. */
  inForce: EffectivePrice | null;
  onClose: () => void;
}

/** Begins with the price that is to be replaced: a contract with what holds now, or else everyone's. */
export default function PriceDialog({ scope, model, inForce, onClose }: Props) {
  const { orgId } = useOrg();
  const everyone = useEffectivePrice(model, {
    orgId,
    everyone: true,
    enabled: scope === 'everyone',
  });
  const initial = scope === 'contract' ? inForce : everyone.data;
  if (initial === undefined && !everyone.isError) {
    return <Loading height={0} />;
  }
  return (
    <PriceEditor
      scope={scope}
      model={model}
      inForce={inForce}
      initial={initial?.rates ?? null}
      onClose={onClose}
    />
  );
}
