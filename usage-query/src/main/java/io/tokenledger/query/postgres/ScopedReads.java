package io.tokenledger.query.postgres;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.AccessScope;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Runs reads within an access scope, in one round trip: begin, set the scope, read and commit are
 * sent without waiting for one another, and the server runs them in that order.
 *
 * <p>The setting is local to the transaction, and the last statement ends the transaction whether
 * or not the ones before succeeded, so it cannot reach the next user of the pooled connection.
 * Should the first statement fail, the setting ends with its own statement and the reads see
 * nothing.
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

  /** Whose share the reads are that are of no org; no org has this name. */
  private static final String PLATFORM = "";

  private final Pool pool;
  private final FairShares shares;
  private final Duration patience;

  ScopedReads(Pool pool, FairShares shares, QueryConfig config) {
    this.pool = pool;
    this.shares = shares;
    this.patience = config.patience();
  }

  /** A statement and its parameters. */
  public record Read(String sql, Tuple parameters) {}

  /**
   * The rows of each read, in the order given, all from one snapshot. The server ends what takes
   * too long; one that hangs is not waited for. Of one org few run at once, and more wait.
   */
  public Uni<List<RowSet<Row>>> run(AccessScope scope, Read... reads) {
    return shares.inTurn(
        whose(scope),
        () ->
            pool.withConnection(connection -> pipelined(connection, scope, reads))
                .ifNoItem()
                .after(patience)
                .fail());
  }

  /** The rows of a read that needs no scope: of the functions that answer past it. */
  public Uni<RowSet<Row>> runUnscoped(Read read) {
    return shares.inTurn(
        PLATFORM,
        () ->
            pool.preparedQuery(read.sql())
                .execute(read.parameters())
                .ifNoItem()
                .after(patience)
                .fail());
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
      SqlConnection connection, AccessScope scope, Read... reads) {
    List<Uni<RowSet<Row>>> statements = new ArrayList<>();
    statements.add(connection.query(BEGIN).execute());
    statements.add(connection.preparedQuery(SET_ORG_SCOPE).execute(Tuple.of(scope.setting())));
    for (Read read : reads) {
      statements.add(connection.preparedQuery(read.sql()).execute(read.parameters()));
    }
    statements.add(connection.query(COMMIT).execute());
    // Failures are collected: the connection must not go back to the pool before the commit.
    return Uni.join()
        .all(statements)
        .andCollectFailures()
        .map(answers -> answers.subList(2, answers.size() - 1));
  }
}
