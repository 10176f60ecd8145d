package io.tokenledger.aggregate.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tokenledger.events.Call;
import io.tokenledger.events.CostStatus;
import io.tokenledger.events.TokenCounts;
import io.tokenledger.events.recorded.CostAdjustment;
import io.tokenledger.events.recorded.RecordedUsage;
import io.tokenledger.events.recorded.RevisedUsage;
import io.tokenledger.events.recorded.SourcePosition;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Recorded usage for tests. */
public final class Usages {

  public static final Instant NOON = Instant.parse("2026-05-01T12:07:00Z");

  private static final UUID USAGE_EVENTS = UUID.fromString("5f0c2a54-8f0e-4f0b-9d5e-0d6a3c1b2e4f");

  private Usages() {}

  /** The cost of event {@code id} goes up by its number, and it is no longer unpriced if it was. */
  public static CostAdjustment adjustment(String org, int id, long sequence) {
    RecordedUsage of = usage(org, id);
    return new CostAdjustment(
        of.eventId(),
        of.call(),
        true,
        of.conversationId(),
        of.metadata(),
        of.occurredAt(),
        CostStatus.PRICED,
        "v2",
        sequence,
        new UUID(9, 9),
        1_000 + sequence,
        isUnpriced(id) ? -1 : 0,
        300 + sequence,
        isUnpriced(id) ? of.tokens().cached() : 0,
        Optional.of(UUID.nameUUIDFromBytes((org + id + "/" + sequence).getBytes(UTF_8))));
  }

  /** The same at another cost. */
  public static RecordedUsage costing(RecordedUsage of, long nanos) {
    return new RecordedUsage(
        of.eventId(),
        of.call(),
        of.requestCount(),
        of.tokens(),
        of.durationMs(),
        of.success(),
        of.conversationId(),
        of.metadata(),
        of.occurredAt(),
        nanos,
        OptionalLong.of(nanos / 3),
        CostStatus.PRICED,
        "v2",
        of.source());
  }

  /** The same by another user. */
  public static RecordedUsage by(RecordedUsage of, String userId) {
    return new RecordedUsage(
        of.eventId(),
        of.call().withUserId(userId),
        of.requestCount(),
        of.tokens(),
        of.durationMs(),
        of.success(),
        of.conversationId(),
        of.metadata(),
        of.occurredAt(),
        of.costNanos(),
        of.cacheSavedNanos(),
        of.costStatus(),
        of.priceVersion(),
        of.source());
  }

  /** A later revision of the event, in which everything but its time is another. */
  public static RecordedUsage revised(RecordedUsage of, int number) {
    Call call = of.call();
    return new RecordedUsage(
        of.eventId(),
        new Call(
            call.orgId(), "user-" + number % 4, "openai", "revised-" + number % 3, "rag", "", ""),
        number % 3,
        TokenCounts.inOrder(100L + number, 50, 4, 3, 2, 1, 2, 1, 7, 5, 6, 1, 2),
        number % 4 == 0 ? OptionalLong.empty() : OptionalLong.of(1_000L * number),
        number % 2 == 0,
        number % 5 == 0 ? "" : "conversation-" + number % 2,
        Map.of("storyId", "S-" + number % 3, "revision", "R-" + number),
        of.occurredAt(),
        7_000_000_003L * number,
        number % 6 == 0 ? OptionalLong.empty() : OptionalLong.of(-1_000_003L * number),
        number % 6 == 0 ? CostStatus.UNPRICED : CostStatus.PRICED,
        "v3",
        of.source());
  }

  public static RevisedUsage revision(RecordedUsage before, RecordedUsage after, long sequence) {
    return new RevisedUsage(
        sequence, Optional.of(idOf(before.orgId(), before.eventId(), sequence)), before, after);
  }

  /** Of the cost alone. */
  public static CostAdjustment adjustment(
      RecordedUsage before, RecordedUsage after, long sequence) {
    return new CostAdjustment(
        after.eventId(),
        after.call(),
        after.success(),
        after.conversationId(),
        after.metadata(),
        after.occurredAt(),
        after.costStatus(),
        after.priceVersion(),
        sequence,
        new UUID(9, 9),
        after.costNanos() - before.costNanos(),
        unpriced(after) - unpriced(before),
        after.addedCacheSavedNanos() - before.addedCacheSavedNanos(),
        after.cacheSavedTokens() - before.cacheSavedTokens(),
        Optional.of(idOf(after.orgId(), after.eventId(), sequence)));
  }

  private static long unpriced(RecordedUsage usage) {
    return usage.costStatus() == CostStatus.UNPRICED ? usage.requestCount() : 0;
  }

  private static UUID idOf(String org, String eventId, long sequence) {
    return UUID.nameUUIDFromBytes((org + eventId + "/" + sequence).getBytes(UTF_8));
  }

  /** Of one call that cost so much. */
  public static RecordedUsage costing(long nanos) {
    return usage(Map.of(), nanos, OptionalLong.empty());
  }

  /** Of one call that cost nothing, and would have cost so much without a cache. */
  public static RecordedUsage saving(long nanos) {
    return usage(Map.of(), 0, OptionalLong.of(nanos));
  }

  public static RecordedUsage tagged(Map<String, String> tags) {
    return usage(tags, 1, OptionalLong.empty());
  }

  private static RecordedUsage usage(
      Map<String, String> tags, long nanos, OptionalLong savedNanos) {
    return new RecordedUsage(
        "e",
        new Call("org", "user", "openai", "model", "chat", "", ""),
        1,
        TokenCounts.inOrder(10, 5),
        OptionalLong.empty(),
        true,
        "",
        tags,
        NOON,
        nanos,
        savedNanos,
        CostStatus.PRICED,
        "v",
        Optional.empty());
  }

  static boolean isUnpriced(int id) {
    return id % 5 == 0;
  }

  public static RecordedUsage usage(String org, int id) {
    return usage(org, id, NOON.plusSeconds(id * 600L));
  }

  /** The counts follow from the id, so that a lost or doubled event shows in every sum. */
  public static RecordedUsage usage(String org, int id, Instant occurredAt) {
    return new RecordedUsage(
        "e-" + id,
        new Call(org, "user-" + id % 3, "openai", "model-" + id % 2, "chat", "agent", "review"),
        1,
        TokenCounts.inOrder(10L + id, 5, 4, 3, 2, 1, 2, 1, id % 5),
        id % 4 == 0 ? OptionalLong.empty() : OptionalLong.of(100L * id),
        id % 7 != 0,
        "conversation-" + id % 2,
        Map.of("storyId", "S-" + id % 2),
        occurredAt,
        1_000_000_007L * id,
        isUnpriced(id) ? OptionalLong.empty() : OptionalLong.of(1_000_003L * id),
        isUnpriced(id) ? CostStatus.UNPRICED : CostStatus.PRICED,
        "v",
        Optional.of(new SourcePosition(USAGE_EVENTS, id % 3, id)));
  }
}
