import { actions } from './texts/actions';
import { analytics } from './texts/analytics';
import { audit } from './texts/audit';
import { members } from './texts/members';
import { mine } from './texts/mine';
import { names } from './texts/names';
import { platform } from './texts/platform';
import { prices } from './texts/prices';
import { session } from './texts/session';
import { settings } from './texts/settings';
import { shared } from './texts/shared';
import { shell } from './texts/shell';
import { tokens } from './texts/tokens';

/** Every text a reader sees, by page. A text with something in it is a function. */
export const texts = {
  ...names,
  ...shared,
  actions,
  analytics,
  audit,
  members,
  mine,
  platform,
  prices,
  session,
  settings,
  shell,
  tokens,
};
