package io.tokenledger.ingest.deadletters.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.events.DeadLetterHeaders;
import io.tokenledger.ingest.deadletters.KeptLetter;
import io.tokenledger.ingest.deadletters.LetterCursor;
import io.tokenledger.ingest.deadletters.LetterPage;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of dead letters.
 *
 * @param nextCursor null when there is nothing more
 */
@Schema(name = "LetterAnswer")
record LettersAnswer(List<Letter> deadLetters, String nextCursor) {

  static LettersAnswer of(LetterPage page) {
    return new LettersAnswer(
        page.letters().stream().map(Letter::of).toList(),
        page.next().map(LetterCursor::encode).orElse(null));
  }

  /**
   * One dead letter.
   *
   * @param orgId null when the message does not name one
   * @param sentAt when the message was sent first; null when the letter does not say
   * @param headers the message's own
   * @param event the message, when it is JSON
   * @param bytesBase64 the message, when it is not; both null for a message without value
   * @param sizeBytes of the message as it came
   * @param cut whether only its beginning is kept
   * @param replayable whether the message is kept as it came
   * @param replayedFrom the letter that it was before, when it was replayed and refused again
   */
  record Letter(
      String id,
      String reason,
      String detail,
      String orgId,
      String deadLetteredAt,
      Source source,
      String sentAt,
      Map<String, String> headers,
      @Schema(type = SchemaType.OBJECT) JsonNode event,
      String bytesBase64,
      long sizeBytes,
      boolean cut,
      boolean replayable,
      String replayedFrom) {

    static Letter of(KeptLetter letter) {
      JsonNode json = letter.json().orElse(null);
      byte[] bytes = letter.value();
      Long cutFrom = numberOrNull(letter.note(DeadLetterHeaders.CUT_FROM_BYTES));
      return new Letter(
          letter.id().toString(),
          letter.reason(),
          letter.note(DeadLetterHeaders.DETAIL),
          orNull(letter.orgId()),
          letter.deadLetteredAt().toString(),
          Source.of(letter),
          orNull(letter.sentAt()),
          letter.headers(),
          json,
          json != null || bytes == null ? null : Base64.getEncoder().encodeToString(bytes),
          cutFrom != null ? cutFrom : bytes == null ? 0 : bytes.length,
          cutFrom != null,
          letter.lost().isEmpty(),
          orNull(letter.note(DeadLetterHeaders.REPLAYED_FROM)));
    }
  }

  /** Where the message stood. */
  record Source(String topic, Long partition, Long offset) {

    static Source of(KeptLetter letter) {
      return new Source(
          letter.note(DeadLetterHeaders.SOURCE_TOPIC),
          numberOrNull(letter.note(DeadLetterHeaders.SOURCE_PARTITION)),
          numberOrNull(letter.note(DeadLetterHeaders.SOURCE_OFFSET)));
    }
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static Long numberOrNull(String text) {
    return text.isEmpty() ? null : Long.valueOf(text);
  }
}
