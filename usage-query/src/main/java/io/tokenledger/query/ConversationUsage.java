package io.tokenledger.query;

import java.time.Instant;

/** The usage of one conversation, as far as the caller may see it. */
public record ConversationUsage(String conversationId, UsageSums sums, Instant lastMessageAt) {}
