package io.tokenledger.aggregate;

import io.tokenledger.events.Call;
import java.time.Instant;
import java.time.LocalDate;

/** What the rows of the rollups are told apart by. */
public sealed interface RollupKey {

  /** What a rollup does not tell apart is the empty text. */
  Call call();

  /** Per org and UTC day. */
  record OrgDay(LocalDate date, Call call) implements RollupKey {}

  /** Per org, UTC day and user. */
  record OrgUserDay(LocalDate date, Call call) implements RollupKey {}

  /** Per org and quarter of an hour, the finest step of any time zone's offset. */
  record OrgQuarterHour(Instant start, Call call) implements RollupKey {

    private static final long SECONDS = 15 * 60;

    static OrgQuarterHour of(Instant time, Call call) {
      long second = time.getEpochSecond();
      return new OrgQuarterHour(
          Instant.ofEpochSecond(second - Math.floorMod(second, SECONDS)), call);
    }
  }

  /** Per org, UTC day and value of a tag. */
  record OrgTagDay(String tagKey, String tagValue, LocalDate date, Call call)
      implements RollupKey {}

  /** Per conversation and user. */
  record Conversation(String conversationId, Call call) implements RollupKey {}
}
