import { providerName } from '@/lib/names';
import { texts } from '@/texts';
import { EVERY_MODEL } from '../aliases';
import { useEndAlias } from '../api/useEndAlias';
import { modelTitle } from '../names';
import type { Alias } from '../types';
import { EndDialog } from './EndDialog';

interface Props {
  orgId: string;
  alias: Alias;
  onClose: () => void;
}

const words = texts.prices.alias;

export default function EndAliasDialog({ orgId, alias, onClose }: Props) {
  const name =
    alias.alias === EVERY_MODEL
      ? words.everyModel(providerName(alias.provider))
      : modelTitle({ provider: alias.provider, modelName: alias.alias });
  return (
    <EndDialog
      title={words.endTitle}
      detail={words.endDetail(name)}
      action={words.end}
      end={useEndAlias(orgId, alias)}
      onClose={onClose}
    />
  );
}
