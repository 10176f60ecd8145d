import { setupServer } from 'msw/node';
import { handlers } from './handlers';

/** The services, as far as tests do not say otherwise with `server.use(…)`. */
export const server = setupServer(...handlers);
