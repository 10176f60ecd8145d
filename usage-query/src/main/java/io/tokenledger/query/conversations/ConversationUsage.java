package io.tokenledger.query.conversations;

import io.tokenledger.query.sums.UsageSums;
import java.time.Instant;

/** The usage of one conversation, as far as the caller may see it. */
public record ConversationUsage(String conversationId, UsageSums sums, Instant lastMessageAt) {}
