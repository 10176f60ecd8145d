import { problemOf } from './problem';

export interface OidcConfig {
  issuer: string;
  clientId: string;
  scope: string;
}

export interface DashboardConfig {
  signIn: 'password' | 'oidc' | 'none';
  demoUsers: string[];
  oidc: OidcConfig | null;
  /** Whether there is a gateway that keeps conversations. */
  chat: boolean;
  /** Base addresses; an empty one means the origin of the page. */
  services: { pricing: string; ingest: string; aggregator: string; gateway: string };
}

export async function fetchConfig(): Promise<DashboardConfig> {
  const response = await fetch(`${import.meta.env.BASE_URL}config.json`);
  if (!response.ok) {
    throw await problemOf(response);
  }
  return (await response.json()) as DashboardConfig;
}
