import type { Budget } from '@/api/answers';

export const budget: Budget = { monthlyUsd: '500.00', spentUsd: '412.345678901', month: '2026-03' };
