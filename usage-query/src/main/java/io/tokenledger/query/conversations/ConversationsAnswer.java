package io.tokenledger.query.conversations;

import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code /orgs/{orgId}/conversations}.
 *
 * @param conversations newest first
 * @param total on all pages
 * @param nextCursor null on the last page
 */
public record ConversationsAnswer(
    List<ConversationAnswer> conversations, long total, int limit, Optional<String> nextCursor) {

  static ConversationsAnswer of(String orgId, ConversationPage page, int limit) {
    return new ConversationsAnswer(
        page.conversations().stream().map(ConversationAnswer::of).toList(),
        page.total(),
        limit,
        page.next().map(position -> ConversationCursor.encode(orgId, position)));
  }
}
