import { texts } from '@/texts';
import { useEndFactor } from '../api/useEndFactor';
import { EndDialog } from '../edit/EndDialog';
import type { PriceFactor } from '../types';
import { modelsName } from './rules';

const words = texts.prices.factors;

interface Props {
  orgId: string;
  factor: PriceFactor;
  onClose: () => void;
}

export function EndFactorDialog({ orgId, factor, onClose }: Props) {
  return (
    <EndDialog
      title={words.endTitle}
      detail={words.endDetail(modelsName(factor))}
      action={words.end}
      end={useEndFactor(orgId, factor)}
      onClose={onClose}
    />
  );
}
