export const conversationsKey = (orgId: string) => ['org', orgId, 'chat', 'conversations'];
export const conversationKey = (id: string) => ['chat', 'conversation', id];
