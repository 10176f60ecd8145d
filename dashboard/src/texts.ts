import { analytics } from './texts/analytics';
import { call } from './texts/call';
import { calls } from './texts/calls';
import { conversations } from './texts/conversations';
import { embed } from './texts/embed';
import { mine } from './texts/mine';
import { names } from './texts/names';
import { platform } from './texts/platform';
import { session } from './texts/session';
import { shared } from './texts/shared';
import { shell } from './texts/shell';

/** Every text a reader sees, by page. A text with something in it is a function. */
export const texts = {
  ...names,
  ...shared,
  analytics,
  call,
  calls,
  conversations,
  embed,
  mine,
  platform,
  session,
  shell,
};
