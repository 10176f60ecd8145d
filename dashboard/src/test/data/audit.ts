import type { AuditEntry } from '@/api/answers';

export const auditEntries: AuditEntry[] = [
  {
    id: 45,
    at: '2026-03-02T09:00:00Z',
    actor: 'mara.lindqvist',
    action: 'raw.reprice',
    detail: {
      run: '0d6a3c1b-2e4f-4f0b-9d5e-5f0c2a548f0e',
      reason: 'Contract was entered late',
      provider: 'openai',
      modelName: 'gpt-4o',
      from: '2026-02-01',
      to: '2026-02-28',
    },
  },
  {
    id: 44,
    at: '2026-03-01T10:00:00Z',
    actor: 'tom.okafor',
    action: 'member.changed',
    detail: {
      userId: 'priya.raman',
      old: { role: 'member', name: 'Priya Raman', email: '' },
      new: { role: 'billing', name: 'Priya Raman', email: 'priya.raman@northwind.example' },
    },
  },
  {
    id: 43,
    at: '2026-02-20T15:30:00Z',
    actor: 'mara.lindqvist',
    action: 'api-token.created',
    detail: {
      new: {
        tokenId: '2f9d6a0e-6d6e-4b0c-9f5a-0f7c2b1d4e6f',
        name: 'gateway',
        hint: 'tl_Qm3x',
        scopes: 'events:write',
        expiresAt: '2099-01-10T10:00:00Z',
      },
    },
  },
];

export const olderEntry: AuditEntry = {
  id: 12,
  at: '2025-10-01T08:00:00Z',
  actor: 'root',
  action: 'org.changed',
  detail: {
    old: { name: 'Northwind', timeZone: 'UTC', currencyLabel: 'USD', retentionDays: null },
    new: {
      name: 'Northwind Labs',
      timeZone: 'Europe/Berlin',
      currencyLabel: 'USD',
      retentionDays: 365,
    },
  },
};
