package io.tokenledger.query.conversations;

import java.util.List;
import java.util.Optional;

/**
 * A page of conversations, newest first.
 *
 * @param total on all pages
 * @param next where the next page starts; absent on the last one
 */
public record ConversationPage(
    List<ConversationUsage> conversations, long total, Optional<ConversationQuery.Position> next) {

  /** Makes the page of at most {@code limit} from one more, which tells whether it ends. */
  public static ConversationPage of(List<ConversationUsage> oneMore, long total, int limit) {
    if (oneMore.size() <= limit) {
      return new ConversationPage(List.copyOf(oneMore), total, Optional.empty());
    }
    List<ConversationUsage> page = List.copyOf(oneMore.subList(0, limit));
    ConversationUsage last = page.get(limit - 1);
    return new ConversationPage(
        page,
        total,
        Optional.of(new ConversationQuery.Position(last.lastMessageAt(), last.conversationId())));
  }
}
