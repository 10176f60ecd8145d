/** What chat-gateway answers about conversations; docs/gateway.md. */

/** Of one answer. */
export interface AnswerUsage {
  promptTokens: number;
  completionTokens: number;
  totalTokens: number;
  /** Null where the model has no price; so is the next. */
  estimatedCostMicros: number | null;
  /** The exact amount as a decimal string. */
  costUsd: string | null;
}

export interface Message {
  id: string;
  /** Null in the playground, where nothing is kept. */
  conversationId: string | null;
  role: 'user' | 'assistant';
  content: string;
  /** `interrupted`: the content may be a part. `failed`: nothing came, and `error` says why. */
  state: 'running' | 'complete' | 'interrupted' | 'failed';
  model: string | null;
  eventId: string | null;
  /** Null where the provider told none, and as long as it has not. */
  usage: AnswerUsage | null;
  finishReason: string | null;
  error: string | null;
  durationMs: number | null;
  timeToFirstTokenMs: number | null;
  createdAt: string;
}

/** How a model is asked. What is null is left to the provider. */
export interface ModelSettings {
  /** At most 200 characters. */
  model: string | null;
  /** At most 8,000 characters. */
  systemPrompt: string | null;
  /** 0 to 2. */
  temperature: number | null;
  /** 0 to 1. */
  topP: number | null;
}

export interface Conversation extends ModelSettings {
  id: string;
  orgId: string;
  /** At most 200 characters. */
  title: string | null;
  messageCount: number;
  createdAt: string;
  updatedAt: string;
}

export interface ConversationPage {
  /** The last used first. */
  conversations: Conversation[];
  nextCursor: string | null;
}

export interface ConversationWithMessages extends Conversation {
  /** The oldest first. */
  messages: Message[];
  /** Of older ones. */
  nextCursor: string | null;
}

export interface OfferedModel {
  id: string;
  upstream: string;
  provider: string;
}

export interface OfferedModels {
  models: OfferedModel[];
  defaultModel: string | null;
}

type ConversationFields = Partial<ModelSettings & { title: string | null }>;

interface Json<T> {
  content: { 'application/json': T };
}

interface Answers<T> {
  parameters: { header?: never };
  responses: { 200: Json<T> };
}

interface Of {
  path: { id: string };
}

interface Paged {
  limit?: number | undefined;
  cursor?: string | undefined;
}

/** As openapi-fetch wants them. */
export interface paths {
  '/conversations/models': {
    get: Answers<OfferedModels> & { parameters: { query: { orgId: string } } };
  };
  '/conversations': {
    get: Answers<ConversationPage> & { parameters: { query: Paged & { orgId: string } } };
    post: Answers<Conversation> & { requestBody: Json<ConversationFields & { orgId: string }> };
  };
  '/conversations/{id}': {
    get: Answers<ConversationWithMessages> & { parameters: Of & { query?: Paged } };
    patch: Answers<Conversation> & { parameters: Of; requestBody: Json<ConversationFields> };
    delete: { parameters: Of; responses: { 204: { content?: never } } };
  };
  '/conversations/{id}/messages': {
    post: Answers<Message> & { parameters: Of; requestBody: Json<{ content: string }> };
  };
  '/playground': {
    post: Answers<Message> & {
      requestBody: Json<Partial<ModelSettings> & { orgId: string; content: string }>;
    };
  };
}
