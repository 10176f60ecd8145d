package io.tokenledger.service.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.TimeoutException;
import io.tokenledger.service.http.ProblemCode;
import io.vertx.pgclient.PgException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFailureTest {

  @ParameterizedTest
  @CsvSource({
    "57014, TIMED_OUT",
    "57P01, UNAVAILABLE",
    "08006, UNAVAILABLE",
    "53300, UNAVAILABLE",
    "25P03, UNAVAILABLE",
    "42703, UNAVAILABLE",
    "22021, INVALID_PARAMETER"
  })
  void aStateOfPostgresqlIsKnownHoweverItIsWrapped(String state, ProblemCode code) {
    PgException refused = new PgException("no", "ERROR", state, "");
    assertThat(DatabaseFailure.codeOf(refused)).hasValue(code);
    assertThat(DatabaseFailure.codeOf(new CompletionException(new SQLException("no", state))))
        .hasValue(code);
  }

  @Test
  void aServerThatIsNotThereIsUnavailable() {
    assertThat(DatabaseFailure.codeOf(new CompletionException(new ConnectException("refused"))))
        .hasValue(ProblemCode.UNAVAILABLE);
    assertThat(DatabaseFailure.codeOf(new TimeoutException())).hasValue(ProblemCode.TIMED_OUT);
  }

  @Test
  void aMistakeOfOursIsNot() {
    assertThat(DatabaseFailure.codeOf(new PgException("syntax", "ERROR", "42601", ""))).isEmpty();
    assertThat(DatabaseFailure.codeOf(new PgException("no state", "ERROR", null, ""))).isEmpty();
    assertThat(DatabaseFailure.codeOf(new IllegalStateException("x"))).isEmpty();
  }
}
