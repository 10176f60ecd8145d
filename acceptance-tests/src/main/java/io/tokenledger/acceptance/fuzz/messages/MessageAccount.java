package io.tokenledger.acceptance.fuzz.messages;

import io.tokenledger.acceptance.check.TopicTail;
import io.tokenledger.events.DeadLetterHeaders;
import io.tokenledger.events.Topics;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.postgres.LedgerDatabase;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** What became of each message, by its position on {@code usage.events}. */
public final class MessageAccount implements AutoCloseable {

  private static final int SHOWN = 10;
  private static final int SHOWN_BYTES = 500;
  private static final String ROWS =
      "SELECT source_partition || ':' || source_offset, org_id || ' ' || event_id"
          + " FROM raw.usage_event";

  private final LedgerDatabase database;
  private final TopicTail tail;
  private final Map<String, Sent> sent = new HashMap<>();
  private final Map<String, List<ConsumerRecord<byte[], byte[]>>> letters = new HashMap<>();
  private int refused;

  private record Sent(int number, FuzzMessage message) {}

  MessageAccount(LedgerAccess access) {
    database = access.database();
    tail = new TopicTail(access.kafkaBootstrap(), Topics.DEAD_LETTERS);
    tail.skipToEnd();
  }

  /**
   * The messages by what became of them.
   *
   * @param refused by Kafka, or by the producer before it
   * @param copies that needed no row of their own
   * @param letters by reason
   * @param complaints a sentence for each of the first that became what they must not
   */
  public record Result(
      int refused, int rows, int copies, Map<String, Integer> letters, List<String> complaints) {}

  /** As it is now. */
  public synchronized Result now() throws SQLException {
    tail.next().forEach(this::takeLetter);
    Map<String, Integer> rows = new HashMap<>();
    Set<String> stored = new HashSet<>();
    readRows(rows, stored);
    int copies = 0;
    int own = 0;
    Map<String, Integer> reasons = new TreeMap<>();
    List<String> complaints = new ArrayList<>();
    for (Map.Entry<String, Sent> each : sent.entrySet()) {
      MessageOutcome outcome = outcome(each.getKey(), rows);
      outcome.letters().forEach(l -> reasons.merge(MessageOutcome.reason(l), 1, Integer::sum));
      copies += outcome.isCopy() ? 1 : 0;
      own += outcome.rows();
      String complaint = outcome.complaint(each.getValue().message, stored);
      if (!complaint.isEmpty() && complaints.size() < SHOWN) {
        complaints.add(told(each, complaint));
      }
    }
    return new Result(refused, own, copies, reasons, complaints);
  }

  @Override
  public void close() {
    tail.close();
  }

  synchronized void sent(int number, FuzzMessage message, RecordMetadata taken, Exception refusal) {
    if (refusal == null) {
      sent.put(taken.partition() + ":" + taken.offset(), new Sent(number, message));
    } else {
      refused++;
    }
  }

  private MessageOutcome outcome(String position, Map<String, Integer> rows) {
    return new MessageOutcome(
        rows.getOrDefault(position, 0), letters.getOrDefault(position, List.of()));
  }

  private static String told(Map.Entry<String, Sent> message, String complaint) {
    byte[] value = message.getValue().message.value();
    int shown = value == null ? 0 : Math.min(value.length, SHOWN_BYTES);
    return "message %d at %s, %s: %s"
        .formatted(
            message.getValue().number,
            message.getKey(),
            complaint,
            value == null ? "null" : new String(value, 0, shown, StandardCharsets.UTF_8));
  }

  private void takeLetter(ConsumerRecord<byte[], byte[]> letter) {
    String position =
        TopicTail.header(letter, DeadLetterHeaders.SOURCE_PARTITION)
            + ":"
            + TopicTail.header(letter, DeadLetterHeaders.SOURCE_OFFSET);
    letters.computeIfAbsent(position, each -> new ArrayList<>()).add(letter);
  }

  private void readRows(Map<String, Integer> rows, Set<String> stored) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ROWS)) {
      while (row.next()) {
        rows.merge(row.getString(1), 1, Integer::sum);
        stored.add(row.getString(2));
      }
    }
  }
}
