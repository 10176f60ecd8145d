package io.tokenledger.aggregate.postgres;

import io.tokenledger.aggregate.RollupDelta;
import io.tokenledger.aggregate.RollupKey;
import io.tokenledger.aggregate.RollupKey.Conversation;
import io.tokenledger.aggregate.RollupKey.OrgDay;
import io.tokenledger.aggregate.RollupKey.OrgQuarterHour;
import io.tokenledger.aggregate.RollupKey.OrgTagDay;
import io.tokenledger.aggregate.RollupKey.OrgUserDay;
import io.tokenledger.aggregate.postgres.RollupTable.Counter;
import io.tokenledger.events.Call;
import io.tokenledger.events.TokenClass;
import io.tokenledger.service.postgres.UnnestColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The five rollup tables. */
public final class RollupTables {

  private static final String SUM = "r.%1$s + EXCLUDED.%1$s";

  /** Counts that no real usage reaches: a row that is full must not stop all that come after. */
  private static final String CAPPED_SUM =
      "CASE WHEN r.%1$s > 9223372036854775807 - greatest(EXCLUDED.%1$s, 0)"
          + " THEN 9223372036854775807 ELSE r.%1$s + EXCLUDED.%1$s END";

  private static final List<Counter> SUMS =
      Stream.concat(
              RollupDelta.Sum.ALL.stream().map(RollupTables::sum),
              TokenClass.ALL.stream()
                  .map(each -> counter(each.column(), d -> d.tokens(each), CAPPED_SUM)))
          .toList();

  private static final Counter BUCKETS =
      new Counter(
          UnnestColumn.asText("duration_buckets", "bigint[]", RollupTables::literal),
          "rollup.add_buckets(r.%1$s, EXCLUDED.%1$s)");

  private static final CallColumn PROVIDER = new CallColumn("provider", Call::provider);
  private static final CallColumn MODEL_NAME = new CallColumn("model_name", Call::modelName);
  private static final CallColumn FEATURE = new CallColumn("feature", Call::feature);

  private static final List<CallColumn> OF_ORG =
      List.of(
          PROVIDER,
          MODEL_NAME,
          FEATURE,
          new CallColumn("category", Call::category),
          new CallColumn("activity", Call::activity));

  private static final List<CallColumn> OF_USER =
      List.of(new CallColumn("user_id", Call::userId), PROVIDER, MODEL_NAME, FEATURE);

  public static final RollupTable<OrgDay> ORG_DAILY =
      new RollupTable<>("org_daily_usage", key(List.of(date(OrgDay::date)), OF_ORG), with(BUCKETS));

  public static final RollupTable<OrgUserDay> ORG_USER_DAILY =
      new RollupTable<>(
          "org_user_daily_usage", key(List.of(date(OrgUserDay::date)), OF_USER), SUMS);

  public static final RollupTable<OrgQuarterHour> ORG_QUARTER_HOUR =
      new RollupTable<>("org_quarter_hour_usage", key(List.of(start()), OF_ORG), with(BUCKETS));

  public static final RollupTable<OrgTagDay> ORG_TAG_DAILY =
      new RollupTable<>(
          "org_tag_daily_usage",
          key(
              List.of(
                  text("tag_key", OrgTagDay::tagKey),
                  text("tag_value", OrgTagDay::tagValue),
                  date(OrgTagDay::date)),
              OF_ORG),
          SUMS);

  public static final RollupTable<Conversation> CONVERSATION =
      new RollupTable<>(
          "conversation_usage",
          key(List.of(text("conversation_id", Conversation::conversationId)), OF_USER),
          with(
              BUCKETS,
              new Counter(
                  UnnestColumn.time("first_message_at", RollupDelta::firstAt),
                  "least(r.%1$s, EXCLUDED.%1$s)"),
              new Counter(
                  UnnestColumn.time("last_message_at", RollupDelta::lastAt),
                  "greatest(r.%1$s, EXCLUDED.%1$s)")));

  private RollupTables() {}

  private static List<Counter> with(Counter... more) {
    return Stream.concat(SUMS.stream(), Stream.of(more)).toList();
  }

  /** The org, then the rollup's own columns, then those of the call. */
  private static <K extends RollupKey> List<UnnestColumn<Map.Entry<K, RollupDelta>>> key(
      List<UnnestColumn<Map.Entry<K, RollupDelta>>> own, List<CallColumn> ofCall) {
    List<UnnestColumn<Map.Entry<K, RollupDelta>>> columns = new ArrayList<>();
    columns.add(new CallColumn("org_id", Call::orgId).ofKey());
    columns.addAll(own);
    ofCall.forEach(column -> columns.add(column.ofKey()));
    return List.copyOf(columns);
  }

  private static <K extends RollupKey> UnnestColumn<Map.Entry<K, RollupDelta>> text(
      String name, Function<K, String> part) {
    return UnnestColumn.text(name, entry -> part.apply(entry.getKey()));
  }

  private static <K extends RollupKey> UnnestColumn<Map.Entry<K, RollupDelta>> date(
      Function<K, LocalDate> part) {
    return UnnestColumn.of(
        "usage_date", "date", LocalDate[]::new, entry -> part.apply(entry.getKey()));
  }

  private static UnnestColumn<Map.Entry<OrgQuarterHour, RollupDelta>> start() {
    return UnnestColumn.time("bucket_start", entry -> entry.getKey().start());
  }

  /** The columns of money have no bound. */
  private static Counter sum(RollupDelta.Sum sum) {
    boolean money = sum == RollupDelta.Sum.COST_NANOS || sum == RollupDelta.Sum.CACHE_SAVED_NANOS;
    String combine = money ? SUM : CAPPED_SUM;
    return counter(sum.column(), delta -> delta.sum(sum), combine);
  }

  private static Counter counter(String name, ToLongFunction<RollupDelta> value, String combine) {
    return new Counter(UnnestColumn.number(name, value::applyAsLong), combine);
  }

  /** As a PostgreSQL array literal: an array of arrays cannot be unnested row by row. */
  private static String literal(RollupDelta delta) {
    StringBuilder literal = new StringBuilder(64).append('{');
    for (int calls : delta.durationBuckets()) {
      literal.append(calls).append(',');
    }
    literal.setCharAt(literal.length() - 1, '}');
    return literal.toString();
  }

  private record CallColumn(String name, Function<Call, String> part) {

    <K extends RollupKey> UnnestColumn<Map.Entry<K, RollupDelta>> ofKey() {
      return text(name, key -> part.apply(key.call()));
    }
  }
}
