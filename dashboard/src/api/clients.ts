import createClient, { type Middleware } from 'openapi-fetch';
import type { paths as GatewayPaths } from './chat-gateway';
import type { DashboardConfig } from './config';
import { problemOf } from './problem';
import type { paths as PricingPaths } from './pricing-service';
import type { paths as AggregatorPaths } from './usage-aggregator';
import type { paths as IngestPaths } from './usage-ingest';
import type { paths as QueryPaths } from './usage-query';

export interface Credentials {
  token(): string | undefined;
  /** The token was refused: whoever holds it is no longer signed in. */
  refused(): void;
}

function authorised(credentials: Credentials): Middleware {
  return {
    onRequest({ request }) {
      const token = credentials.token();
      if (token !== undefined) {
        request.headers.set('Authorization', `Bearer ${token}`);
      }
      return request;
    },
    async onResponse({ response }) {
      if (response.ok) {
        return response;
      }
      if (response.status === 401) {
        credentials.refused();
      }
      throw await problemOf(response);
    },
  };
}

function client<Paths extends object>(baseUrl: string, credentials: Credentials) {
  const made = createClient<Paths>({ baseUrl: baseUrl === '' ? window.location.origin : baseUrl });
  made.use(authorised(credentials));
  return made;
}

/** One client for each service. A client throws a Problem whenever the service does not succeed. */
export function createApi({ services }: DashboardConfig, credentials: Credentials) {
  return {
    query: client<QueryPaths>('', credentials),
    pricing: client<PricingPaths>(services.pricing, credentials),
    ingest: client<IngestPaths>(services.ingest, credentials),
    aggregator: client<AggregatorPaths>(services.aggregator, credentials),
    gateway: client<GatewayPaths>(services.gateway, credentials),
  };
}

export type Api = ReturnType<typeof createApi>;

/** The data of a call, which is there because failures are thrown. */
export async function answer<T>(call: Promise<{ data?: T }>): Promise<T> {
  const { data } = await call;
  return data as T;
}
