package io.tokenledger.aggregate;

import io.tokenledger.events.Call;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What the rows of the rollups are told apart by. They are ordered by their org, and then about as
 * the primary keys are: written out by hand, as a window has tens of thousands of them.
 */
public sealed interface RollupKey {

  /** What a rollup does not tell apart is the empty text. */
  Call call();

  private static int compareOrgs(RollupKey a, RollupKey b) {
    return a.call().orgId().compareTo(b.call().orgId());
  }

  /** Of one org. */
  private static int compareCalls(Call a, Call b) {
    int order = a.userId().compareTo(b.userId());
    order = order != 0 ? order : a.modelName().compareTo(b.modelName());
    order = order != 0 ? order : a.feature().compareTo(b.feature());
    order = order != 0 ? order : a.category().compareTo(b.category());
    order = order != 0 ? order : a.activity().compareTo(b.activity());
    return order != 0 ? order : a.provider().compareTo(b.provider());
  }

  /** Per org and UTC day. */
  record OrgDay(LocalDate date, Call call) implements RollupKey, Comparable<OrgDay> {
    @Override
    public int compareTo(OrgDay other) {
      int order = compareOrgs(this, other);
      order = order != 0 ? order : date.compareTo(other.date);
      return order != 0 ? order : compareCalls(call, other.call);
    }
  }

  /** Per org, UTC day and user. */
  record OrgUserDay(LocalDate date, Call call) implements RollupKey, Comparable<OrgUserDay> {
    @Override
    public int compareTo(OrgUserDay other) {
      int order = compareOrgs(this, other);
      order = order != 0 ? order : date.compareTo(other.date);
      return order != 0 ? order : compareCalls(call, other.call);
    }
  }

  /** Per org and quarter of an hour, the finest step of any time zone's offset. */
  record OrgQuarterHour(Instant start, Call call) implements RollupKey, Comparable<OrgQuarterHour> {

    private static final long SECONDS = 15 * 60;

    static OrgQuarterHour of(Instant time, Call call) {
      long second = time.getEpochSecond();
      return new OrgQuarterHour(
          Instant.ofEpochSecond(second - Math.floorMod(second, SECONDS)), call);
    }

    @Override
    public int compareTo(OrgQuarterHour other) {
      int order = compareOrgs(this, other);
      order = order != 0 ? order : start.compareTo(other.start);
      return order != 0 ? order : compareCalls(call, other.call);
    }
  }

  /** Per org, UTC day and value of a tag. */
  record OrgTagDay(String tagKey, String tagValue, LocalDate date, Call call)
      implements RollupKey, Comparable<OrgTagDay> {
    @Override
    public int compareTo(OrgTagDay other) {
      int order = compareOrgs(this, other);
      order = order != 0 ? order : tagKey.compareTo(other.tagKey);
      order = order != 0 ? order : tagValue.compareTo(other.tagValue);
      order = order != 0 ? order : date.compareTo(other.date);
      return order != 0 ? order : compareCalls(call, other.call);
    }
  }

  /** Per conversation and user. */
  record Conversation(String conversationId, Call call)
      implements RollupKey, Comparable<Conversation> {
    @Override
    public int compareTo(Conversation other) {
      int order = compareOrgs(this, other);
      order = order != 0 ? order : conversationId.compareTo(other.conversationId);
      return order != 0 ? order : compareCalls(call, other.call);
    }
  }
}
