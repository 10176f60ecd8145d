import { names } from './names';
import { shared } from './shared';

export { actions } from './actions';
export { analytics } from './analytics';
export { audit } from './audit';
export { call } from './call';
export { calls } from './calls';
export { chat } from './chat';
export { conversations } from './conversations';
export { currency } from './currency';
export { embed } from './embed';
export { members } from './members';
export { mine } from './mine';
export { platform } from './platform';
export { playground } from './playground';
export { prices } from './prices';
export { session } from './session';
export { settings } from './settings';
export { shell } from './shell';
export { tokens } from './tokens';

export const { features, providers, roles, tags } = names;
export const { filters, paging, refresh, states, table, tiers, values } = shared;
