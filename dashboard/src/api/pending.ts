import type { Totals } from './answers';

// Endpoints that the committed OpenAPI documents do not have yet; goes when they do.

export type Permission =
  | 'org:read'
  | 'org:analytics:read'
  | 'org:analytics:export'
  | 'org:budgets:write'
  | 'org:members:write'
  | 'org:prices:write'
  | 'org:administer';

export interface OrgAccess {
  orgId: string;
  name: string;
  role: string | null;
  permissions: Permission[];
  timeZone: string;
  currencyLabel: string;
}

export interface Me {
  userId: string;
  name: string | null;
  superadmin: boolean;
  orgs: OrgAccess[];
}

export interface Budget {
  monthlyUsd: string | null;
  spentUsd: string;
  month: string;
}

export type PlatformOrg = Totals & { orgId: string; name: string; share: number };

export interface PlatformOrgs {
  from: string;
  to: string;
  totals: Totals;
  orgs: PlatformOrg[];
}

export interface Intake {
  lag: number;
  eventsPerSecond: number;
  outcomes: { recorded: number; duplicate: number; conflict: number; invalid: number };
  since: string;
}

interface Json<T> {
  content: { 'application/json': T };
}

export interface PendingQueryPaths {
  '/me': { get: { responses: { 200: Json<Me> } } };
  '/auth/session': {
    post: { responses: { 200: Json<{ token: string; expiresAt: string }> } };
  };
  '/auth/logout': { post: { responses: { 204: { content?: never } } } };
  '/orgs/{orgId}/budget': {
    get: {
      parameters: { path: { orgId: string } };
      responses: { 200: Json<Budget> };
    };
    put: {
      parameters: { path: { orgId: string } };
      requestBody: Json<{ monthlyUsd: string }>;
      responses: { 200: Json<Budget> };
    };
    delete: {
      parameters: { path: { orgId: string } };
      responses: { 204: { content?: never } };
    };
  };
  '/platform/orgs': {
    get: {
      parameters: { query?: { from?: string; to?: string; limit?: string } };
      responses: { 200: Json<PlatformOrgs> };
    };
  };
}

export interface PendingIngestPaths {
  '/v1/intake': { get: { responses: { 200: Json<Intake> } } };
}
