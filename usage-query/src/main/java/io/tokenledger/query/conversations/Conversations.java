package io.tokenledger.query.conversations;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import java.util.Optional;

/** Reads sums over the events of one conversation. */
public interface Conversations {

  /** Absent when there is nothing the caller may see. */
  Uni<Optional<ConversationUsage>> usage(AccessScope scope, String conversationId);

  /** Of the one org of the scope: all, or those in which the caller took part. */
  Uni<ConversationPage> page(AccessScope scope, ConversationQuery query);
}
