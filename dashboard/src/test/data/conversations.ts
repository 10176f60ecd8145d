import type { Conversations, ConversationUsage } from '@/api/answers';

export const conversation: ConversationUsage = {
  conversationId: 'conv-8812',
  totals: { promptTokens: 15_630, completionTokens: 2410, totalTokens: 18_040 },
  completions: 3,
  estimatedCostMicros: 52_310,
  costUsd: '0.052310000',
  avgDurationMs: 2890,
  p95DurationMs: 4000,
  lastMessageAt: '2026-03-02T09:15:21.412Z',
};

export const conversations: Conversations = {
  conversations: [
    conversation,
    {
      conversationId: 'support/2026 #7',
      totals: { promptTokens: 1_204_000, completionTokens: 96_500, totalTokens: 1_300_500 },
      completions: 1,
      estimatedCostMicros: 4_120_350,
      costUsd: '4.120350000',
      avgDurationMs: null,
      p95DurationMs: null,
      lastMessageAt: '2026-03-01T18:00:00Z',
    },
  ],
  total: 2,
  limit: 50,
  nextCursor: null,
};
