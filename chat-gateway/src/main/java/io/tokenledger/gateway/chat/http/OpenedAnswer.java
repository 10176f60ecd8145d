package io.tokenledger.gateway.chat.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tokenledger.gateway.chat.postgres.ConversationStore.NumberedMessage;
import io.tokenledger.gateway.chat.postgres.ConversationStore.Opened;
import io.tokenledger.service.http.Cursor;
import io.tokenledger.service.http.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A conversation with some of its messages.
 *
 * @param messages the oldest first
 * @param nextCursor of the messages before these; null where there are none
 */
record OpenedAnswer(
    @JsonUnwrapped ConversationAnswer conversation,
    List<MessageAnswer> messages,
    Optional<String> nextCursor) {

  static OpenedAnswer of(Opened opened, int limit) {
    Slice<NumberedMessage> newestFirst = Slice.of(opened.messages(), limit);
    List<NumberedMessage> oldestFirst = new ArrayList<>(newestFirst.items());
    Collections.reverse(oldestFirst);
    return new OpenedAnswer(
        ConversationAnswer.of(opened.conversation()),
        oldestFirst.stream().map(each -> MessageAnswer.of(each.message())).toList(),
        newestFirst.last().map(last -> Cursor.encode(Integer.toString(last.number()))));
  }
}
