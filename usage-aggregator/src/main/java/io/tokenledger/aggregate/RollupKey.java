package io.tokenledger.aggregate;

import io.tokenledger.events.RecordedUsage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What the rows of the rollups are told apart by. An absent text is the empty string. */
public sealed interface RollupKey {

  String orgId();

  /** Per org and UTC day. */
  record OrgDay(
      String orgId,
      LocalDate date,
      String provider,
      String modelName,
      String feature,
      String category,
      String activity)
      implements RollupKey {

    static OrgDay of(RecordedUsage usage) {
      return new OrgDay(
          usage.orgId(),
          dateOf(usage),
          usage.provider(),
          usage.modelName(),
          usage.feature(),
          usage.category(),
          usage.activity());
    }
  }

  /** Per org, UTC day and user. */
  record OrgUserDay(
      String orgId,
      LocalDate date,
      String userId,
      String provider,
      String modelName,
      String feature)
      implements RollupKey {

    static OrgUserDay of(RecordedUsage usage) {
      return new OrgUserDay(
          usage.orgId(),
          dateOf(usage),
          usage.userId(),
          usage.provider(),
          usage.modelName(),
          usage.feature());
    }
  }

  /** Per org and quarter of an hour, the finest step of any time zone's offset. */
  record OrgQuarterHour(
      String orgId,
      Instant start,
      String provider,
      String modelName,
      String feature,
      String category,
      String activity)
      implements RollupKey {

    private static final long SECONDS = 15 * 60;

    static OrgQuarterHour of(RecordedUsage usage) {
      long second = usage.occurredAt().getEpochSecond();
      return new OrgQuarterHour(
          usage.orgId(),
          Instant.ofEpochSecond(second - Math.floorMod(second, SECONDS)),
          usage.provider(),
          usage.modelName(),
          usage.feature(),
          usage.category(),
          usage.activity());
    }
  }

  /** Per org, UTC day and value of a tag. */
  record OrgTagDay(
      String orgId,
      String tagKey,
      String tagValue,
      LocalDate date,
      String provider,
      String modelName,
      String feature,
      String category,
      String activity)
      implements RollupKey {

    static OrgTagDay of(RecordedUsage usage, String tagKey, String tagValue) {
      return new OrgTagDay(
          usage.orgId(),
          tagKey,
          tagValue,
          dateOf(usage),
          usage.provider(),
          usage.modelName(),
          usage.feature(),
          usage.category(),
          usage.activity());
    }
  }

  /** Per conversation and user. */
  record Conversation(
      String orgId,
      String conversationId,
      String userId,
      String provider,
      String modelName,
      String feature)
      implements RollupKey {

    static Conversation of(RecordedUsage usage) {
      return new Conversation(
          usage.orgId(),
          usage.conversationId(),
          usage.userId(),
          usage.provider(),
          usage.modelName(),
          usage.feature());
    }
  }

  private static LocalDate dateOf(RecordedUsage usage) {
    return LocalDate.ofInstant(usage.occurredAt(), ZoneOffset.UTC);
  }
}
