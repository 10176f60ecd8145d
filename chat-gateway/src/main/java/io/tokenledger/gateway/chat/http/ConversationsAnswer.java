package io.tokenledger.gateway.chat.http;

import io.tokenledger.gateway.chat.Conversation;
import io.tokenledger.service.http.Cursor;
import io.tokenledger.service.http.Slice;
import java.time.Instant;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Conversations, the last used first.
 *
 * @param nextCursor null on the last page
 */
record ConversationsAnswer(List<ConversationAnswer> conversations, Optional<String> nextCursor) {

  private static final Pattern PLACE = Pattern.compile("(\\d{1,18})/([0-9a-f-]{36})");

  /** Before all that is there. */
  private static final Place FIRST =
      new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

  /** Where a page ended. */
  record Place(Instant updatedAt, UUID id) {

    static Place of(String cursor) {
      String text = Cursor.decode(cursor);
      Matcher place = PLACE.matcher(text);
      if (text.isEmpty()) {
        return FIRST;
      }
      if (!place.matches()) {
        throw Cursor.malformed();
      }
      try {
        Instant time = Instant.EPOCH.plus(Long.parseLong(place.group(1)), ChronoUnit.MICROS);
        return new Place(time, UUID.fromString(place.group(2)));
      } catch (IllegalArgumentException e) {
        throw Cursor.malformed();
      }
    }
  }

  static ConversationsAnswer of(List<Conversation> oneMore, int limit) {
    Slice<Conversation> page = Slice.of(oneMore, limit);
    return new ConversationsAnswer(
        page.items().stream().map(ConversationAnswer::of).toList(),
        page.last().map(ConversationsAnswer::cursor));
  }

  private static String cursor(Conversation last) {
    Instant time = last.updatedAt();
    long micros = time.getEpochSecond() * 1_000_000 + time.get(ChronoField.MICRO_OF_SECOND);
    return Cursor.encode(micros + "/" + last.id());
  }
}
