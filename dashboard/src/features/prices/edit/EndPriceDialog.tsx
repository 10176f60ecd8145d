import { texts } from '@/texts';
import { useEndPrice } from '../api/useEndPrice';
import { modelTitle } from '../names';
import type { Model } from '../types';
import { EndDialog } from './EndDialog';

interface Props {
  orgId: string;
  model: Model;
  onClose: () => void;
}

const words = texts.prices.model;

export default function EndPriceDialog({ orgId, model, onClose }: Props) {
  return (
    <EndDialog
      title={words.endTitle}
      detail={words.endDetail(modelTitle(model))}
      action={words.endContract}
      end={useEndPrice(orgId, model)}
      onClose={onClose}
    />
  );
}
