package io.tokenledger.query.conversations;

import io.tokenledger.query.http.CheckedCursor;
import io.tokenledger.query.http.Parameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The text of a position in the conversations of one org: time and id, see CheckedCursor. */
final class ConversationCursor {

  private static final String LIST = "conversations/";

  private ConversationCursor() {}

  static String encode(String orgId, ConversationQuery.Position position) {
    byte[] id = position.conversationId().getBytes(StandardCharsets.UTF_8);
    return CheckedCursor.encode(
        LIST + orgId,
        ByteBuffer.allocate(Long.BYTES + id.length)
            .putLong(CheckedCursor.micros(position.lastMessageAt()))
            .put(id)
            .array());
  }

  /** Answers 400 for every text that {@link #encode} did not make for this org. */
  static ConversationQuery.Position decode(String orgId, String cursor) {
    byte[] position = CheckedCursor.decode(LIST + orgId, cursor);
    if (position.length <= Long.BYTES) {
      throw CheckedCursor.malformed();
    }
    byte[] id = Arrays.copyOfRange(position, Long.BYTES, position.length);
    return new ConversationQuery.Position(
        CheckedCursor.time(ByteBuffer.wrap(position).getLong()),
        Parameters.text("cursor", new String(id, StandardCharsets.UTF_8)));
  }
}
