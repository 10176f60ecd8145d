import type { Plugin, ProxyOptions } from 'vite';

/** A running stack, by the address of its usage-query; the other services listen on the ports after it. */
const STACK = new URL(process.env.TOKENLEDGER_URL ?? 'http://127.0.0.1:8080');

const PORT_AFTER = { ingest: 1, pricing: 2, aggregator: 3, gateway: 4 } as const;

const USAGE_QUERY_PATHS = [
  '/auth/',
  '/me',
  '/orgs',
  '/conversations',
  '/platform',
  '/metrics-summary',
  '/v1/exchange-rates',
  '/openapi',
];

function service(portAfter: number): string {
  return `${STACK.protocol}//${STACK.hostname}:${Number(STACK.port || 80) + portAfter}`;
}

// What is sent says where it comes from, also to the same origin: the stack knows its own page only.
const toStack = { changeOrigin: true, headers: { origin: STACK.origin } };

/** All services come from the origin of the dev server, so that no service has to allow it by CORS. */
export function stackProxy(): Record<string, ProxyOptions> {
  const proxy: Record<string, ProxyOptions> = {};
  for (const path of USAGE_QUERY_PATHS) {
    proxy[`^${path}`] = { target: STACK.origin, ...toStack };
  }
  for (const [name, portAfter] of Object.entries(PORT_AFTER)) {
    const prefix = `/services/${name}`;
    proxy[prefix] = {
      target: service(portAfter),
      ...toStack,
      rewrite: (path) => path.slice(prefix.length),
    };
  }
  return proxy;
}

/** The stack's own configuration, with the services' addresses replaced by those of the proxy. */
export function stackConfig(): Plugin {
  return {
    name: 'tokenledger-stack-config',
    apply: 'serve',
    configureServer(server) {
      server.middlewares.use('/app/config.json', (_request, response, next) => {
        fetch(new URL('/app/config.json', STACK))
          .then((answer) => answer.json() as Promise<object>)
          .then((config) => {
            const services = Object.fromEntries(
              Object.keys(PORT_AFTER).map((name) => [name, `/services/${name}`]),
            );
            response.setHeader('Content-Type', 'application/json');
            response.end(JSON.stringify({ ...config, services }));
          })
          .catch(next);
      });
    },
  };
}
