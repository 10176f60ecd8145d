package io.tokenledger.query.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.SignInOn;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.LogLines;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /auth/login}. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
@WithTestResource(SignInOn.class)
class SignInIT {

  @BeforeAll
  static void people() {
    TestLedger.migrate();
    TestLedger.member("signin-acme", "ann", "owner");
  }

  @Test
  void theTokenIsGoodForWhatTheUserMay() {
    Api.Answer answer = login("ann", "demo");
    assertThat(answer.status()).isEqualTo(200);
    JsonNode session = answer.json();
    assertThat(Instant.parse(session.path("expiresAt").asText()))
        .isBetween(
            Instant.now().plus(Duration.ofHours(7)), Instant.now().plus(Duration.ofHours(9)));
    String token = session.path("token").asText();
    assertThat(Api.get("/orgs/signin-acme", token).status()).isEqualTo(200);
    assertThat(Api.get("/orgs/signin-other", token).status()).isEqualTo(403);
  }

  @Test
  void whoIsNamedAsSuperadminIsOne() {
    String token = login("dan", "demo").json().path("token").asText();
    assertThat(Api.get("/orgs/signin-acme", token).status()).isEqualTo(200);
    assertThat(Api.get("/metrics-summary", token).status()).isEqualTo(200);
    String ann = login("ann", "demo").json().path("token").asText();
    assertThat(Api.get("/metrics-summary", ann).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"bob, Demo", "bob, ''", "nobody, demo", "' ', demo"})
  void aWrongPairOpensNothing(String user, String password) {
    Api.Answer answer = login(user, password);
    assertThat(answer.status()).isIn(400, 401);
    assertThat(answer.body()).doesNotContain("\"token\"");
  }

  @Test
  void theLogNamesTheTraceOfTheCaller() {
    try (LogLines log = LogLines.of(SignIn.class)) {
      Map<String, String> headers =
          Map.of(
              "Content-Type",
              "application/json",
              "traceparent",
              "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
      Api.callWith("POST", "/auth/login", headers, "{\"user\":\"x\",\"password\":\"y\"}");
      login("x", "y");
      assertThat(log.context("traceId")).containsExactly("4bf92f3577b34da6a3ce929d0e0e4736", null);
    }
  }

  @Test
  void guessingIsSlowedDownForUsersAndForNobodyAlike() {
    for (String user : new String[] {"cid", "not-a-user"}) {
      for (int i = 0; i < 5; i++) {
        assertThat(login(user, "guess" + i).status()).isEqualTo(401);
      }
      Api.Answer refused = login(user, "demo");
      assertThat(refused.status()).isEqualTo(429);
      assertThat(refused.json().path("code").asText()).isEqualTo("too_many_requests");
    }
    assertThat(login("dan", "demo").status()).isEqualTo(200);
  }

  /** A page that may read figures, with a token of its own, may not read sessions of this one. */
  @Test
  void noOtherPageReadsWhatSignInAnswers() {
    Map<String, String> fromElsewhere =
        Map.of("Origin", "https://chat.example.com", "Content-Type", "application/json");
    String allowed = "Access-Control-Allow-Origin";
    assertThat(Api.callWith("GET", "/openapi", fromElsewhere).header(allowed))
        .isEqualTo("https://chat.example.com");
    for (String path : new String[] {"/auth/session", "/auth/logout", "/auth/login"}) {
      Api.Answer answer =
          Api.callWith("POST", path, fromElsewhere, "{\"user\":\"ann\",\"password\":\"demo\"}");
      assertThat(answer.header(allowed)).as(path).isEmpty();
    }
  }

  /** Strangers who try names of nobody, without an end, do not keep anybody out. */
  @Test
  void strangersCannotCloseIt() throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    List<Thread> strangers = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      String name = "nobody-" + i + "-";
      strangers.add(
          new Thread(
              () -> {
                for (int tried = 0; !over.get(); tried++) {
                  login(name + tried, "guess");
                }
              }));
    }
    strangers.forEach(Thread::start);
    try {
      for (int i = 0; i < 8; i++) {
        assertThat(login("ann", "demo").status()).isEqualTo(200);
      }
    } finally {
      over.set(true);
      for (Thread stranger : strangers) {
        stranger.join();
      }
    }
  }

  private static Api.Answer login(String user, String password) {
    return Api.send(
        "POST", "/auth/login", "", "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}");
  }
}
