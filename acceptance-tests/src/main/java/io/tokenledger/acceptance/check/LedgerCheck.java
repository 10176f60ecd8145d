package io.tokenledger.acceptance.check;

import io.tokenledger.acceptance.truth.ExpectedDeadLetters;
import io.tokenledger.acceptance.truth.ExpectedUsage;
import io.tokenledger.acceptance.truth.Truth;
import io.tokenledger.events.DeadLetterHeaders;
import io.tokenledger.events.Topics;
import io.tokenledger.events.recorded.Adjustment;
import io.tokenledger.events.recorded.Recorded;
import io.tokenledger.events.recorded.RecordedUsageCodec;
import io.tokenledger.local.LedgerAccess;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Whether every event counts exactly once, everywhere: on {@code usage.recorded}, in the raw table,
 * in each rollup; and whether every other message is one dead letter. Reads what the ledger wrote,
 * and compares with the truth; no code of the services takes part.
 */
public final class LedgerCheck implements AutoCloseable {

  private static final int SHOWN = 5;

  private final LedgerTables tables;
  private final TopicTail recorded;
  private final TopicTail deadLetters;
  private final PositionWatch positions;
  private final Truth truth;
  private final Set<String> recordedIds = new HashSet<>();
  private final Set<String> deadSerials = new HashSet<>();
  private final Set<String> recordedOnceMore = new HashSet<>();
  private final Map<String, Integer> rejectedAgain = new HashMap<>();
  private final List<String> certain = new ArrayList<>();

  public LedgerCheck(LedgerAccess access, Truth truth) {
    this.tables = new LedgerTables(access.database());
    this.recorded = new TopicTail(access.kafkaBootstrap(), Topics.USAGE_RECORDED);
    this.deadLetters = new TopicTail(access.kafkaBootstrap(), Topics.DEAD_LETTERS);
    this.positions = new PositionWatch(access);
    this.truth = truth;
  }

  /** Whether the rollups count this many requests of a conversation. */
  public boolean counts(long requests, String conversation, Collection<String> orgs) {
    return tables.requestsOf(conversation, orgs) >= requests;
  }

  /** What no waiting can mend: something counted twice, or that nobody sent, or a step back. */
  public List<String> certainViolations() {
    certain.addAll(positions.regressions());
    return List.copyOf(certain.subList(0, Math.min(certain.size(), SHOWN)));
  }

  /** Kafka or PostgreSQL will come back with less than it has; everything was looked at before. */
  public void goesBack() {
    positions.forgive(true);
  }

  /** It is back. What was rejected may be rejected once more. */
  public void isBack() {
    recorded.skipToEnd();
    deadLetters.skipToEnd();
    deadSerials.forEach(serial -> rejectedAgain.merge(serial, 1, Integer::sum));
  }

  /**
   * Both are. What was recorded may be recorded once more, as neither knows of it; and what was
   * rejected is sent again, too.
   */
  public void areBack() {
    isBack();
    isBack();
    recordedOnceMore.addAll(recordedIds);
  }

  /** The ledger has caught up with it. */
  public void goesOn() {
    recordedOnceMore.clear();
    positions.forgive(false);
  }

  /** What is not on the topics as it must be, now. */
  public List<String> topicDifferences() {
    readTopics();
    List<String> found = new ArrayList<>(certainViolations());
    compareTopics(found);
    return found;
  }

  /**
   * What is not as it must be, now; empty when all is exact.
   *
   * @param orgs whose rows are compared; all when empty
   */
  public List<String> differences(Collection<String> orgs) {
    readTopics();
    List<String> found = new ArrayList<>(certainViolations());
    if (found.isEmpty()) {
      compareTopics(found);
    }
    if (found.isEmpty()) {
      compareTables(orgs, found);
    }
    return found;
  }

  @Override
  public void close() {
    positions.close();
    recorded.close();
    deadLetters.close();
  }

  private void readTopics() {
    recorded.next().forEach(this::takeRecorded);
    deadLetters.next().forEach(this::takeDeadLetter);
  }

  private void takeRecorded(ConsumerRecord<byte[], byte[]> message) {
    Recorded usage = RecordedUsageCodec.decode(message.value());
    String id = usage.orgId() + " " + usage.eventId();
    if (!truth.usage().contains(id)) {
      certain.add("On usage.recorded, but not accepted: " + id);
    } else if (!isChange(usage) && !recordedIds.add(id) && !recordedOnceMore.remove(id)) {
      certain.add("More than once on usage.recorded: " + id);
    }
  }

  /**
   * A revision, or a price that came later, as after a price book that was outdated for a while.
   */
  private static boolean isChange(Recorded usage) {
    return usage instanceof Adjustment;
  }

  private void takeDeadLetter(ConsumerRecord<byte[], byte[]> message) {
    String serial = TopicTail.header(message, ExpectedDeadLetters.SERIAL);
    String reason = TopicTail.header(message, DeadLetterHeaders.REASON);
    String complaint = truth.deadLetters().complaint(serial, reason, message.value());
    if (!complaint.isEmpty()) {
      certain.add(complaint);
    } else if (!deadSerials.add(serial) && !mayBeRejectedAgain(serial)) {
      certain.add("More than one dead letter of message " + serial + ", reason " + reason);
    }
  }

  private boolean mayBeRejectedAgain(String serial) {
    Integer times = rejectedAgain.computeIfPresent(serial, (same, left) -> left - 1);
    return times != null && times >= 0;
  }

  private void compareTopics(List<String> found) {
    long missing = truth.usage().events() - recordedIds.size();
    if (missing != 0) {
      found.add(
          "%d events are not on usage.recorded, such as %s"
              .formatted(missing, truth.usage().missingFrom(recordedIds)));
    }
    long missingLetters = truth.deadLetters().missingFrom(deadSerials);
    if (missingLetters != 0) {
      found.add(missingLetters + " rejected messages are no dead letters");
    }
  }

  private void compareTables(Collection<String> orgs, List<String> found) {
    long rows = tables.rawRows(List.of());
    if (rows != truth.usage().events()) {
      found.add("%d raw rows of %d events".formatted(rows, truth.usage().events()));
    }
    var expected = orgs.isEmpty() ? truth.usage().sums() : truth.usage().sums(orgs);
    add(found, "Raw rows: ", ExpectedUsage.difference(expected, tables.rawUsageRows(orgs)));
    add(found, "Rollup: ", ExpectedUsage.difference(expected, tables.usageRows(orgs)));
    Map<String, BigDecimal> drift = tables.drift(orgs);
    if (!drift.isEmpty()) {
      found.add("Rollups minus raw events: " + drift);
    }
  }

  private static void add(List<String> found, String where, String difference) {
    if (!difference.isEmpty()) {
      found.add(where + difference);
    }
  }
}
