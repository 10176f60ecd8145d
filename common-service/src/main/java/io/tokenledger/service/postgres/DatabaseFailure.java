package io.tokenledger.service.postgres;

import io.smallrye.mutiny.TimeoutException;
import io.tokenledger.service.http.ProblemCode;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Failures of which a caller is told more than that something failed. Most are the database's and
 * pass: it is away, stopped a statement that took too long, or has a schema that its service has
 * yet to migrate. The classes of errors are those of PostgreSQL's documentation, appendix A.
 */
public final class DatabaseFailure {

  private static final String QUERY_CANCELED = "57014";

  /** Of a text with U+0000, which PostgreSQL cannot hold. */
  private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

  private DatabaseFailure() {}

  /** What to answer a caller; absent for every other failure. */
  public static Optional<ProblemCode> codeOf(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> codeOfOne(cause).stream())
        .findFirst();
  }

  private static Optional<ProblemCode> codeOfOne(Throwable failure) {
    if (failure instanceof PgException refused) {
      return codeOfState(refused.getSqlState());
    }
    if (failure instanceof SQLException refused) {
      return codeOfState(refused.getSQLState());
    }
    if (failure instanceof TimeoutException) {
      return Optional.of(ProblemCode.TIMED_OUT);
    }
    return isAway(failure) ? Optional.of(ProblemCode.UNAVAILABLE) : Optional.empty();
  }

  private static boolean isAway(Throwable failure) {
    return failure instanceof ConnectException
        || failure instanceof UnknownHostException
        || failure instanceof ClosedConnectionException;
  }

  private static Optional<ProblemCode> codeOfState(String state) {
    if (QUERY_CANCELED.equals(state)) {
      return Optional.of(ProblemCode.TIMED_OUT);
    }
    if (CHARACTER_NOT_IN_REPERTOIRE.equals(state)) {
      return Optional.of(ProblemCode.INVALID_PARAMETER);
    }
    return state != null && passes(state) ? Optional.of(ProblemCode.UNAVAILABLE) : Optional.empty();
  }

  /** 08: connection, 53: resources, 57P: operator intervention, 25P03: idle in a transaction. */
  private static boolean passes(String state) {
    return MissingObjects.isNamedBy(state)
        || Stream.of("08", "53", "57P", "25P03").anyMatch(state::startsWith);
  }
}
