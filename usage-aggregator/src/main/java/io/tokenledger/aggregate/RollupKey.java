package io.tokenledger.aggregate;

import io.tokenledger.events.Recorded;
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

    static OrgDay of(Recorded recorded) {
      return new OrgDay(
          recorded.orgId(),
          dateOf(recorded),
          recorded.call().provider(),
          recorded.call().modelName(),
          recorded.call().feature(),
          recorded.call().category(),
          recorded.call().activity());
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

    static OrgUserDay of(Recorded recorded) {
      return new OrgUserDay(
          recorded.orgId(),
          dateOf(recorded),
          recorded.call().userId(),
          recorded.call().provider(),
          recorded.call().modelName(),
          recorded.call().feature());
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

    static OrgQuarterHour of(Recorded recorded) {
      long second = recorded.occurredAt().getEpochSecond();
      return new OrgQuarterHour(
          recorded.orgId(),
          Instant.ofEpochSecond(second - Math.floorMod(second, SECONDS)),
          recorded.call().provider(),
          recorded.call().modelName(),
          recorded.call().feature(),
          recorded.call().category(),
          recorded.call().activity());
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

    static OrgTagDay of(Recorded recorded, String tagKey, String tagValue) {
      return new OrgTagDay(
          recorded.orgId(),
          tagKey,
          tagValue,
          dateOf(recorded),
          recorded.call().provider(),
          recorded.call().modelName(),
          recorded.call().feature(),
          recorded.call().category(),
          recorded.call().activity());
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

    static Conversation of(Recorded recorded) {
      return new Conversation(
          recorded.orgId(),
          recorded.conversationId(),
          recorded.call().userId(),
          recorded.call().provider(),
          recorded.call().modelName(),
          recorded.call().feature());
    }
  }

  private static LocalDate dateOf(Recorded recorded) {
    return LocalDate.ofInstant(recorded.occurredAt(), ZoneOffset.UTC);
  }
}
