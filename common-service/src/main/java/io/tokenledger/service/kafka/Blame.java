package io.tokenledger.service.kafka;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.RecordTooLargeException;

/**
 * Whether a failure is the fault of the message that was handled, and not of a server that is away,
 * full or slow: then it would fail for ever. In doubt it is not: a message is worth waiting for.
 */
final class Blame {

  private static final List<Class<? extends RuntimeException>> OF_THE_MESSAGE =
      List.of(
          ArithmeticException.class,
          ClassCastException.class,
          DateTimeException.class,
          IllegalArgumentException.class,
          IndexOutOfBoundsException.class,
          NullPointerException.class,
          RecordTooLargeException.class);

  /** SQLSTATE classes: data exception, integrity constraint, program limit exceeded. */
  private static final Set<String> DATA_ERRORS = Set.of("22", "23", "54");

  /** Somebody else has stored the same meanwhile: the next try sees it. */
  private static final String UNIQUE_VIOLATION = "23505";

  private Blame() {}

  static boolean isOnTheMessage(Throwable failure) {
    return causes(failure).noneMatch(TimeoutException.class::isInstance)
        && causes(failure).anyMatch(Blame::isOfTheMessage);
  }

  private static boolean isOfTheMessage(Throwable cause) {
    if (cause instanceof PgException refused) {
      return isOfTheData(refused.getSqlState());
    }
    if (cause instanceof SQLException refused) {
      return isOfTheData(refused.getSQLState());
    }
    return OF_THE_MESSAGE.stream().anyMatch(type -> type.isInstance(cause));
  }

  private static boolean isOfTheData(String state) {
    return state != null
        && !state.equals(UNIQUE_VIOLATION)
        && DATA_ERRORS.contains(state.substring(0, 2));
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
  }
}
