import type { components } from './chat-gateway';

type Schemas = components['schemas'];

/** A question, or an answer with what it used. */
export type Message = Schemas['MessageAnswer'];
export type AnswerUsage = NonNullable<Message['usage']>;
export type Conversation = Schemas['ConversationAnswer'];
export type ConversationWithMessages = Schemas['OpenedAnswer'];
export type OfferedModels = Schemas['ModelsAnswer'];
/** How a model is asked. What is null is left to the provider. */
export type ModelSettings = Pick<Conversation, 'model' | 'systemPrompt' | 'temperature' | 'topP'>;
