import { analytics } from './texts/analytics';
import { mine } from './texts/mine';
import { names } from './texts/names';
import { platform } from './texts/platform';
import { session } from './texts/session';
import { shared } from './texts/shared';
import { shell } from './texts/shell';

/** Every text a reader sees, by page. A text with something in it is a function. */
export const texts = { ...names, ...shared, analytics, mine, platform, session, shell };
