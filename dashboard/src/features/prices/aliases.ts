import { providerName } from '@/lib/names';
import { modelTitle } from './names';
import type { Alias, Model } from './types';

/** As an alias and as its target: every model of a provider, each under its own name. */
export const EVERY_MODEL = '*';

export const isOfModel = ({ target }: Alias, { provider, modelName }: Model): boolean =>
  target?.provider === provider && [modelName, EVERY_MODEL].includes(target.modelName);

/** The name that the alias makes one of the model. */
export const aliasTitle = ({ provider, alias }: Alias, { modelName }: Model): string =>
  alias === EVERY_MODEL
    ? modelTitle({ provider, modelName })
    : `${providerName(provider)} ${alias}`;
