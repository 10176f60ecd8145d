import type { ApiToken } from '@/api/answers';

const ANY_CALL = {
  userId: null,
  userFromRequest: true,
  tags: {},
  feature: null,
  models: [],
  upstreams: [],
};

/** One in use, one never used that has expired, and a key of the gateway. */
export const apiTokens: ApiToken[] = [
  {
    tokenId: '2f9d6a0e-6d6e-4b0c-9f5a-0f7c2b1d4e6f',
    name: 'gateway',
    hint: 'tl_Qm3x',
    scopes: ['events:write'],
    createdBy: 'tom.okafor',
    createdAt: '2026-01-10T10:00:00Z',
    expiresAt: '2099-01-10T10:00:00Z',
    lastUsedAt: '2026-03-02T09:15:00Z',
    ...ANY_CALL,
  },
  {
    tokenId: '7b1f0d3c-1c1e-4a52-8f65-5d0a9c6b7e21',
    name: 'monthly report',
    hint: 'tl_9aKd',
    scopes: ['analytics:export', 'analytics:read'],
    createdBy: 'mara.lindqvist',
    createdAt: '2025-10-10T10:00:00Z',
    expiresAt: '2026-01-08T10:00:00Z',
    lastUsedAt: null,
    ...ANY_CALL,
  },
  {
    tokenId: '0c5be2b2-9d0a-4d0e-8f38-6c1a5d2b7e90',
    name: 'support bot',
    hint: 'tl_Zc1p',
    scopes: ['llm:call'],
    createdBy: 'mara.lindqvist',
    createdAt: '2026-01-05T10:00:00Z',
    expiresAt: '2099-01-10T10:00:00Z',
    lastUsedAt: null,
    userId: 'bot.support',
    userFromRequest: false,
    tags: { team: 'support' },
    feature: null,
    models: ['gpt-5-mini', 'claude-haiku-4-5'],
    upstreams: ['openai'],
  },
];
