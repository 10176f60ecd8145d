package io.tokenledger.query.postgres;

import static io.tokenledger.query.postgres.ReadParameters.fromFilter;
import static io.tokenledger.query.postgres.ReadParameters.fromInstant;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.AccessScope;
import io.tokenledger.query.DailyUsage;
import io.tokenledger.query.DateRange;
import io.tokenledger.query.TopUser;
import io.tokenledger.query.TopUsersQuery;
import io.tokenledger.query.UsageQuery;
import io.tokenledger.query.UsageRollups;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Reads the rollups by day. */
@ApplicationScoped
class PostgresUsageRollups implements UsageRollups {

  private final ScopedReads reads;

  PostgresUsageRollups(ScopedReads reads) {
    this.reads = reads;
  }

  @Override
  public Uni<List<DailyUsage>> usageByDay(AccessScope scope, UsageQuery query) {
    ScopedReads.Read read =
        query.range().isUtc() ? ofUtcDays(scope, query) : ofZoneDays(scope, query);
    return reads.run(scope, read).map(rows -> listOf(rows, PostgresUsageRollups::dailyUsage));
  }

  @Override
  public Uni<List<TopUser>> topUsers(AccessScope scope, TopUsersQuery query) {
    Tuple parameters =
        Tuple.of(
            scope.soleOrg(),
            query.range().from(),
            query.range().to(),
            fromFilter(query.feature()),
            query.limit());
    return reads
        .run(scope, new ScopedReads.Read(ReportSql.TOP_USERS, parameters))
        .map(rows -> listOf(rows, PostgresUsageRollups::topUser));
  }

  private static ScopedReads.Read ofUtcDays(AccessScope scope, UsageQuery query) {
    Tuple parameters = Tuple.of(scope.soleOrg(), query.range().from(), query.range().to());
    return new ScopedReads.Read(ReportSql.USAGE_BY_UTC_DAY, withFilters(parameters, query));
  }

  private static ScopedReads.Read ofZoneDays(AccessScope scope, UsageQuery query) {
    DateRange range = query.range();
    Tuple parameters =
        Tuple.of(scope.soleOrg(), fromInstant(range.start()), fromInstant(range.end()));
    OffsetDateTime[] dayStarts =
        range.dayStarts().stream().map(ReadParameters::fromInstant).toArray(OffsetDateTime[]::new);
    return new ScopedReads.Read(
        ReportSql.USAGE_BY_ZONE_DAY,
        withFilters(parameters, query)
            .addLocalDate(range.from())
            .addArrayOfOffsetDateTime(dayStarts));
  }

  private static Tuple withFilters(Tuple parameters, UsageQuery query) {
    return parameters
        .addString(fromFilter(query.provider()))
        .addString(fromFilter(query.modelName()))
        .addString(fromFilter(query.feature()));
  }

  private static <T> List<T> listOf(List<RowSet<Row>> answers, Function<Row, T> fromRow) {
    return StreamSupport.stream(answers.get(0).spliterator(), false).map(fromRow).toList();
  }

  private static DailyUsage dailyUsage(Row row) {
    return new DailyUsage(
        row.getString("org_id"),
        row.getLocalDate("usage_date"),
        row.getString("provider"),
        row.getString("model_name"),
        row.getString("feature"),
        row.getLong("request_count"),
        row.getLong("error_count"),
        row.getLong("input_tokens"),
        row.getLong("output_tokens"),
        row.getLong("cache_read_tokens"),
        row.getLong("cache_write_tokens"),
        row.getLong("reasoning_tokens"),
        row.getLong("embedding_tokens"),
        row.getBigDecimal("cost_nanos"),
        row.getLong("unpriced_requests"));
  }

  private static TopUser topUser(Row row) {
    return new TopUser(
        row.getString("user_id"),
        Optional.ofNullable(row.getString("known_id"))
            .map(id -> new TopUser.Profile(id, row.getString("name"), row.getString("email"))),
        row.getLong("request_count"),
        row.getLong("input_tokens"),
        row.getLong("output_tokens"),
        row.getBigDecimal("cost_nanos"));
  }
}
