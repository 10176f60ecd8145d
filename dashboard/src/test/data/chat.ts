import type { Conversation, Message } from '@/api/chatGateway';

export const fares: Conversation = {
  id: '0197a3f0-0000-7000-8000-000000000001',
  orgId: 'northwind-labs',
  title: 'Fares to Oslo',
  systemPrompt: null,
  model: 'echo-1',
  temperature: null,
  topP: null,
  messageCount: 2,
  createdAt: '2026-03-02T09:10:00Z',
  updatedAt: '2026-03-02T09:15:00Z',
};

export const question: Message = {
  id: 'm-1',
  conversationId: fares.id,
  role: 'user',
  content: 'What is the fare?',
  state: 'complete',
  model: null,
  eventId: null,
  usage: null,
  finishReason: null,
  error: null,
  durationMs: null,
  timeToFirstTokenMs: null,
  createdAt: '2026-03-02T09:15:00Z',
};

/** What echo-1 answers, at one and two dollars per million tokens. */
export const reply: Message = {
  ...question,
  id: 'm-2',
  role: 'assistant',
  model: 'echo-1',
  eventId: 'e-2',
  usage: {
    promptTokens: 4,
    completionTokens: 4,
    totalTokens: 8,
    estimatedCostMicros: 12,
    costUsd: '0.000012000',
  },
  finishReason: 'stop',
  durationMs: 812,
  timeToFirstTokenMs: 95,
};
