package io.tokenledger.query.postgres;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.tokenledger.query.access.AccessScope;
import io.tokenledger.service.postgres.KeyDays;
import io.tokenledger.service.postgres.Rows;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Runs reads within an access scope, in one round trip: begin, set the scope, read and commit are
 * sent without waiting for one another, and the server runs them in that order.
 *
 * <p>The setting is local to the transaction, and the last statement ends the transaction whether
 * or not the ones before succeeded, so it cannot reach the next user of the pooled connection.
 * Should the first statement fail, the setting ends with its own statement and the reads see
 * nothing.
 *
 * <p>Reads of raw events take one round trip more: they name the keys that they need, and for that
 * the far days are asked for first, in the same snapshot.
 */
@ApplicationScoped
public class ScopedReads {

  /** One snapshot for all statements of a report; the scope below ends with the transaction. */
  public static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

  /** After a failed statement this rolls back, so that the setting ends in either case. */
  public static final String COMMIT = "COMMIT";

  /** $1 orgs with commas; true: until the end of this transaction only. */
  private static final String SET_ORG_SCOPE =
      "SELECT set_config('tokenledger.org_scope', $1, true)";

  /** A plan for any keys would have, and lock, the partition of every day. */
  private static final String PLAN_FOR_THESE_KEYS =
      "SELECT set_config('plan_cache_mode', 'force_custom_plan', true)";

  private static final String FAR_DAYS =
      """
      SELECT DISTINCT key_day FROM raw.far_day
      WHERE (org_id = ANY ($1::text[]) OR org_id = '')
        AND occurred_from <= $3::date AND occurred_to >= $2::date""";

  /** Whose share the reads are that are of no org; no org has this name. */
  private static final String PLATFORM = "";

  private final Pool pool;
  private final ReportPlaces places;
  private final Duration patience;
  private final int few;
  private final Vertx vertx;

  ScopedReads(Pool pool, ReportPlaces places, QueryConfig config, Vertx vertx) {
    this.pool = pool;
    this.places = places;
    this.patience = config.patience();
    this.few = config.fewRows();
    this.vertx = vertx;
  }

  /**
   * A statement and its parameters.
   *
   * @param occurred when the raw events occurred that it reads; empty when it reads none. Otherwise
   *     the statement has {@link KeyDays#CONDITION}
   */
  public record Read(String sql, Tuple parameters, List<KeyDays.Run> occurred) {

    public Read(String sql, Tuple parameters) {
      this(sql, parameters, List.of());
    }

    private Read within(Collection<LocalDate> farDays) {
      if (occurred.isEmpty()) {
        return this;
      }
      Tuple more = Tuple.tuple();
      for (int i = 0; i < parameters.size(); i++) {
        more.addValue(parameters.getValue(i));
      }
      String named =
          KeyDays.of(occurred, farDays)
              .in(sql, "event_key", key -> "$" + more.addValue(key).size() + "::uuid");
      return new Read(named, more);
    }
  }

  /**
   * The rows of each read, in the order given, all from one snapshot. The server ends what takes
   * too long; one that hangs is not waited for. Of one org few run at once, and more wait.
   */
  public Uni<List<RowSet<Row>>> run(AccessScope scope, Read... reads) {
    return run(scope, List.of(reads));
  }

  /** As {@link #run}, of rows that are sent while the next are read: their place is free then. */
  public Uni<RowSet<Row>> page(AccessScope scope, Read read) {
    return places
        .forRead(whose(scope), () -> inTransaction(scope, List.of(read)))
        .map(answers -> answers.get(0));
  }

  /** As {@link #runUpTo(AccessScope, int, IntFunction, ToLongFunction)}, a row for each row. */
  public Uni<List<RowSet<Row>>> runUpTo(
      AccessScope scope, int most, IntFunction<List<Read>> reads) {
    return runUpTo(scope, most, reads, answers -> answers.get(0).size());
  }

  /**
   * As {@link #run}, of a report that may have many rows: at first few are asked for. Only when
   * there are more, they are let go, and all are read when no other report of many is under way.
   *
   * @param reads for so many rows of the first
   * @param rows how many the report makes of what was read
   */
  public Uni<List<RowSet<Row>>> runUpTo(
      AccessScope scope,
      int most,
      IntFunction<List<Read>> reads,
      ToLongFunction<List<RowSet<Row>>> rows) {
    if (most <= few) {
      return run(scope, reads.apply(most));
    }
    Optional<RequestPlace> asking = RequestPlace.current();
    return run(scope, reads.apply(few + 1))
        .chain(
            answers ->
                rows.applyAsLong(answers) <= few
                    ? Uni.createFrom().item(answers)
                    : places.forLargeAnswer(
                        asking, whose(scope), () -> inTransaction(scope, reads.apply(most))));
  }

  private Uni<List<RowSet<Row>>> run(AccessScope scope, List<Read> reads) {
    return places.forAnswer(whose(scope), () -> inTransaction(scope, reads));
  }

  private Uni<List<RowSet<Row>>> inTransaction(AccessScope scope, List<Read> reads) {
    return inTime(pool.withConnection(connection -> pipelined(connection, scope, reads)));
  }

  /** The rows of a read that needs no scope: of the functions that answer past it. */
  public Uni<RowSet<Row>> runUnscoped(Read read) {
    return places.forRead(
        PLATFORM, () -> inTime(pool.preparedQuery(read.sql()).execute(read.parameters())));
  }

  /** By a timer that ends with the read: another would hold its answer until then. */
  private <T> Uni<T> inTime(Uni<T> read) {
    return Uni.createFrom()
        .emitter(
            emitter -> {
              long timer =
                  vertx.setTimer(patience.toMillis(), id -> emitter.fail(new TimeoutException()));
              Cancellable reading = read.subscribe().with(emitter::complete, emitter::fail);
              emitter.onTermination(
                  () -> {
                    vertx.cancelTimer(timer);
                    reading.cancel();
                  });
            });
  }

  /** Reads of several orgs are their reader's, not one of these orgs'. */
  private static String whose(AccessScope scope) {
    Set<String> orgs = scope.orgs();
    if (orgs.size() == 1) {
      return orgs.iterator().next();
    }
    return scope.userId().isEmpty() ? PLATFORM : "user " + scope.userId();
  }

  private static Uni<List<RowSet<Row>>> pipelined(
      SqlConnection connection, AccessScope scope, List<Read> reads) {
    List<KeyDays.Run> occurred = reads.stream().flatMap(r -> r.occurred().stream()).toList();
    if (occurred.isEmpty()) {
      return together(Stream.of(opening(connection, scope), ending(connection, reads)))
          .map(answers -> answers.subList(2, answers.size() - 1));
    }
    return together(
            Stream.of(opening(connection, scope), askingForFarDays(connection, scope, occurred)))
        .onFailure()
        .call(() -> connection.query(COMMIT).execute())
        .map(answers -> Rows.all(answers.get(3), row -> row.getLocalDate(0)))
        .chain(
            far -> {
              List<Read> named = reads.stream().map(read -> read.within(far)).toList();
              return together(Stream.of(ending(connection, named)));
            })
        .map(answers -> answers.subList(0, answers.size() - 1));
  }

  private static List<Uni<RowSet<Row>>> opening(SqlConnection connection, AccessScope scope) {
    return List.of(
        connection.query(BEGIN).execute(),
        connection.preparedQuery(SET_ORG_SCOPE).execute(Tuple.of(scope.setting())));
  }

  private static List<Uni<RowSet<Row>>> askingForFarDays(
      SqlConnection connection, AccessScope scope, List<KeyDays.Run> occurred) {
    LocalDate first =
        occurred.stream().map(KeyDays.Run::first).min(LocalDate::compareTo).orElseThrow();
    LocalDate last =
        occurred.stream().map(KeyDays.Run::last).max(LocalDate::compareTo).orElseThrow();
    return List.of(
        connection.query(PLAN_FOR_THESE_KEYS).execute(),
        connection
            .preparedQuery(FAR_DAYS)
            .execute(Tuple.of(scope.orgs().toArray(String[]::new), first, last)));
  }

  private static List<Uni<RowSet<Row>>> ending(SqlConnection connection, List<Read> reads) {
    List<Uni<RowSet<Row>>> statements = new ArrayList<>();
    for (Read read : reads) {
      statements.add(connection.preparedQuery(read.sql()).execute(read.parameters()));
    }
    statements.add(connection.query(COMMIT).execute());
    return statements;
  }

  /** Failures are collected: the connection must not go back to the pool before the commit. */
  private static Uni<List<RowSet<Row>>> together(Stream<List<Uni<RowSet<Row>>>> statements) {
    return Uni.join().all(statements.flatMap(List::stream).toList()).andCollectFailures();
  }
}
