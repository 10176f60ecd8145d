package io.tokenledger.service.postgres;

import io.vertx.pgclient.PgException;
import java.util.Set;

/** SQLSTATEs of what is not there yet, because its service has yet to make it when it starts. */
public final class MissingObjects {

  /** No such schema, table, column or function. */
  private static final Set<String> STATES = Set.of("3F000", "42P01", "42703", "42883");

  /** What another service has yet to make, it has yet to grant. */
  private static final String NO_PRIVILEGE = "42501";

  private MissingObjects() {}

  /**
   * @param state may be null
   */
  static boolean isNamedBy(String state) {
    return state != null && STATES.contains(state);
  }

  /** Whether something of another service was asked for that is not there yet. */
  public static boolean isReasonOf(Throwable failure) {
    return failure instanceof PgException refused
        && (NO_PRIVILEGE.equals(refused.getSqlState()) || isNamedBy(refused.getSqlState()));
  }
}
