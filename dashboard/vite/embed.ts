import type { Plugin } from 'vite';

const BUILT = '/app/embed/tokenledger-usage.js';
const SOURCE = '/app/src/embed/index.ts';

/** On the dev server, the web component is its source under the name it has when built. */
export function embedSource(): Plugin {
  return {
    name: 'tokenledger-embed-source',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url === BUILT) {
          request.url = SOURCE;
        }
        next();
      });
    },
  };
}
