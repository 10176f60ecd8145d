package io.tokenledger.service.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.TimeoutException;
import io.vertx.pgclient.PgException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlameTest {

  /** A numeric value out of range, a violated check, a row that is too large. */
  @ParameterizedTest
  @ValueSource(strings = {"22003", "23514", "54000"})
  void dataErrorsAreTheMessagesFaultByEitherClient(String state) {
    assertThat(isBlamed(new PgException("no", "ERROR", state, ""))).isTrue();
    assertThat(isBlamed(new SQLException("no", state))).isTrue();
  }

  /** Stored by somebody else meanwhile, a deadlock, a lock, a full disk, a server that goes. */
  @ParameterizedTest
  @ValueSource(strings = {"23505", "40P01", "55P03", "53100", "57P01"})
  void whatPassesIsNot(String state) {
    assertThat(isBlamed(new PgException("no", "ERROR", state, ""))).isFalse();
    assertThat(isBlamed(new SQLException("no", state))).isFalse();
  }

  @Test
  void whatTookTooLongOrSaysNoStateIsNot() {
    assertThat(isBlamed(new SQLException("no", "22003", new TimeoutException()))).isFalse();
    assertThat(isBlamed(new SQLException("no"))).isFalse();
  }

  private static boolean isBlamed(Exception cause) {
    return Blame.isOnTheMessage(new IllegalStateException(cause));
  }
}
