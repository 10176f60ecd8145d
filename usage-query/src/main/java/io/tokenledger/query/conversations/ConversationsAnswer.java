package io.tokenledger.query.conversations;

import io.tokenledger.service.http.Slice;
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

  static ConversationsAnswer of(String orgId, ConversationPage found, int limit) {
    Slice<ConversationUsage> page = Slice.of(found.oneMore(), limit);
    return new ConversationsAnswer(
        page.items().stream().map(ConversationAnswer::of).toList(),
        found.total(),
        limit,
        page.last().map(last -> ConversationsParameters.encode(orgId, last)));
  }
}
