package io.tokenledger.query.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.SignInOn;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The session that a page in the browser keeps over a reload. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
@WithTestResource(SignInOn.class)
class SessionIT {

  private static final String COOKIE = "tokenledger_session";

  @BeforeAll
  static void people() {
    TestLedger.migrate();
    TestLedger.member("session-acme", "ann", "owner");
  }

  @Test
  void theCookieIsOutOfReachOfScriptsAndOtherSites() {
    String cookie = signIn().header("Set-Cookie");
    assertThat(cookie)
        .startsWith(COOKIE + "=")
        .containsIgnoringCase(";HttpOnly")
        .containsIgnoringCase(";SameSite=Strict")
        .containsIgnoringCase(";Path=/auth")
        .containsPattern("(?i);Max-Age=28[0-9]{3}(;|$)")
        .doesNotContainIgnoringCase(";Secure");
  }

  @Test
  void aReloadGetsANewTokenThatEndsWithTheSession() {
    Api.Answer signedIn = signIn();
    Api.Answer reloaded = session(valueOf(signedIn));
    assertThat(reloaded.status()).isEqualTo(200);
    assertThat(reloaded.json().path("expiresAt")).isEqualTo(signedIn.json().path("expiresAt"));
    assertThat(reloaded.header("Cache-Control")).isEqualTo("no-store");
    String token = reloaded.json().path("token").asText();
    assertThat(Api.get("/orgs/session-acme", token).status()).isEqualTo(200);
  }

  @Test
  void theApiDoesNotTakeTheSessionForAToken() {
    String session = valueOf(signIn());
    assertThat(Api.get("/orgs/session-acme", session).status()).isEqualTo(401);
    Map<String, String> cookie = Map.of("Cookie", COOKIE + "=" + session);
    assertThat(Api.callWith("GET", "/orgs/session-acme", cookie).status()).isEqualTo(401);
  }

  /** Not refused: a browser logs what is refused, and nobody did anything wrong. */
  @Test
  void aFirstVisitHasNoSession() {
    Api.Answer answer = Api.callWith("POST", "/auth/session", Map.of());
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(session("").status()).isEqualTo(204);
  }

  @Test
  void nothingElseIsASession() {
    JsonNode signedIn = signIn().json();
    assertRefused("x");
    assertRefused(signedIn.path("token").asText());
    assertRefused(TestTokens.withClaims(claims("exp", 1)));
    assertRefused(TestTokens.withClaims(claims("iss", "https://evil.example")));
    assertRefused(TestTokens.withClaims(claims("sub", "not-a-user")));
    assertThat(session(TestTokens.withClaims(claims("sub", "ann"))).status()).isEqualTo(200);
  }

  @Test
  void signingOutClearsTheCookie() {
    Map<String, String> cookie = Map.of("Cookie", COOKIE + "=" + valueOf(signIn()));
    Api.Answer out = Api.callWith("POST", "/auth/logout", cookie);
    assertThat(out.status()).isEqualTo(204);
    assertThat(out.header("Set-Cookie"))
        .startsWith(COOKIE + "=")
        .containsIgnoringCase(";Max-Age=0")
        .containsIgnoringCase(";Path=/auth");
  }

  /** As a form of another site is sent. */
  @Test
  void whoComesWithoutTheCookieSignsNobodyOut() {
    Api.Answer out = Api.callWith("POST", "/auth/logout", Map.of());
    assertThat(out.status()).isEqualTo(204);
    assertThat(out.header("Set-Cookie")).isEmpty();
  }

  private static void assertRefused(String session) {
    Api.Answer answer = session(session);
    assertThat(answer.status()).as(session).isEqualTo(401);
    assertThat(answer.json().path("code").asText()).isEqualTo("unauthenticated");
  }

  private static Api.Answer session(String value) {
    return Api.callWith("POST", "/auth/session", Map.of("Cookie", COOKIE + "=" + value));
  }

  private static String valueOf(Api.Answer signedIn) {
    return signedIn.header("Set-Cookie").replaceAll("^[^=]*=([^;]*);.*", "$1");
  }

  private static Api.Answer signIn() {
    return Api.send("POST", "/auth/login", "", "{\"user\":\"ann\",\"password\":\"demo\"}");
  }

  /** Of a session that would be good. */
  private static Map<String, Object> claims(String changed, Object value) {
    Map<String, Object> claims =
        new HashMap<>(
            Map.of(
                "iss", "https://tokenledger.local",
                "aud", "tokenledger-session",
                "sub", "ann",
                "exp", Instant.now().getEpochSecond() + 600));
    claims.put(changed, value);
    return claims;
  }
}
