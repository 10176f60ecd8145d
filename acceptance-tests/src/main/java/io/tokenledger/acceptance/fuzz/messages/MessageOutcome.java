package io.tokenledger.acceptance.fuzz.messages;

import io.tokenledger.acceptance.check.TopicTail;
import io.tokenledger.acceptance.fuzz.messages.FuzzMessage.Fate;
import io.tokenledger.events.DeadLetterHeaders;
import io.tokenledger.events.RejectionCode;
import io.tokenledger.events.UsageLimits;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What became of one message.
 *
 * @param rows of the raw table that name its position
 * @param letters that do
 */
record MessageOutcome(int rows, List<ConsumerRecord<byte[], byte[]>> letters) {

  /** Reasons that tell of a mistake of ours, whatever was sent. */
  private static final Set<RejectionCode> OUR_MISTAKE =
      Set.of(RejectionCode.UNSTORABLE, RejectionCode.UNPROCESSABLE);

  boolean isCopy() {
    return rows == 0 && letters.isEmpty();
  }

  /**
   * What is wrong about it; empty when nothing is.
   *
   * @param stored {@code org id} of every event in the raw table
   */
  String complaint(FuzzMessage message, Set<String> stored) {
    Optional<RejectionCode> due = message.fate().flatMap(Fate::reason);
    if (rows + letters.size() > 1) {
      return rows + " rows and " + letters.size() + " dead letters";
    }
    if (!letters.isEmpty()) {
      return complaint(letters.get(0), message, due);
    }
    if (due.isPresent()) {
      return "not rejected as " + due.get().code();
    }
    return rows == 1 || stored.contains(message.copyOf()) ? "" : "neither row nor dead letter";
  }

  static String reason(ConsumerRecord<byte[], byte[]> letter) {
    return TopicTail.header(letter, DeadLetterHeaders.REASON);
  }

  private static String complaint(
      ConsumerRecord<byte[], byte[]> letter, FuzzMessage message, Optional<RejectionCode> due) {
    Optional<RejectionCode> reason = codeOf(reason(letter));
    boolean right = message.fate().isEmpty() || due.equals(reason);
    if (!right || reason.isEmpty() || OUR_MISTAKE.contains(reason.get())) {
      String detail = TopicTail.header(letter, DeadLetterHeaders.DETAIL);
      return "rejected as " + reason(letter) + " (" + detail + ")";
    }
    return Arrays.equals(kept(message.value()), letter.value()) ? "" : "a letter of other bytes";
  }

  private static Optional<RejectionCode> codeOf(String reason) {
    return Arrays.stream(RejectionCode.values())
        .filter(each -> each.code().equals(reason))
        .findFirst();
  }

  private static byte[] kept(byte[] value) {
    return value == null || value.length <= UsageLimits.MAX_MESSAGE_BYTES
        ? value
        : Arrays.copyOf(value, UsageLimits.MAX_MESSAGE_BYTES);
  }
}
