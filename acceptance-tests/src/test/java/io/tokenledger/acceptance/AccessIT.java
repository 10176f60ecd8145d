package io.tokenledger.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.acceptance.ledger.Api;
import io.tokenledger.local.Component;
import io.tokenledger.local.identity.Secrets;
import io.tokenledger.local.identity.TokenSigner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and that there is no way round (contracts §2). */
class AccessIT {

  private static final RunningLedger LEDGER = RunningLedger.shared();
  private static final Api API = LEDGER.api();
  private static final String USAGE = "/orgs/guarded/analytics/usage";
  private static String member;
  private static String stranger;

  @BeforeAll
  static void people() {
    member = tokenOf("guarded-member", "--org", "guarded", "--role", "member");
    stranger = tokenOf("guarded-stranger", "--org", "elsewhere", "--role", "owner");
  }

  @ParameterizedTest
  @CsvSource({"owner,200", "admin,200", "billing,200", "member,403"})
  void aRoleOpensWhatItPermits(String role, int status) {
    String token = tokenOf("guarded-" + role, "--org", "guarded", "--role", role);
    assertThat(API.get(Component.USAGE_QUERY, USAGE, token).status()).isEqualTo(status);
  }

  @Test
  void strangersStayOutAndSuperadminsDoNot() {
    assertThat(API.get(Component.USAGE_QUERY, USAGE, "").status()).isEqualTo(401);
    assertThat(API.get(Component.USAGE_QUERY, USAGE, stranger).status()).isEqualTo(403);
    String superadmin = tokenOf("root", "--superadmin");
    assertThat(API.get(Component.USAGE_QUERY, USAGE, superadmin).status()).isEqualTo(200);
  }

  @Test
  void aTokenThatIsNotOursOpensNothing() throws IOException, GeneralSecurityException {
    assertThat(statusWith(sign(Map.of()))).as("the claims as they are").isEqualTo(200);
    String[] parts = sign(Map.of()).split("\\.");
    String[] others = member.split("\\.");
    assertThat(statusWith(others[0] + "." + parts[1] + "." + others[2])).isEqualTo(401);
    for (String algorithm : List.of("none", "None", "NONE")) {
      String header = encode("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\"}");
      assertThat(statusWith(header + "." + parts[1] + ".")).isEqualTo(401);
    }
    assertThat(statusWith(sign(Map.of("aud", "another")))).isEqualTo(401);
    assertThat(statusWith(sign(Map.of("iss", "https://elsewhere.example")))).isEqualTo(401);
    long anHourAgo = Instant.now().minus(Duration.ofHours(1)).getEpochSecond();
    assertThat(statusWith(sign(Map.of("exp", anHourAgo)))).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        USAGE,
        "//orgs/guarded/analytics/usage",
        "/orgs//guarded/analytics/usage",
        "/orgs/guarded//analytics//usage",
        "/orgs/guarded;x/analytics/usage",
        "/orgs/guarded/analytics/usage;x",
        "/orgs;a/guarded/analytics;b/usage",
        "/orgs/elsewhere%2F..%2Fguarded/analytics/usage",
        "/orgs/elsewhere/../guarded/analytics/usage",
        "/orgs/elsewhere/%2e%2e/guarded/analytics/usage",
        "/orgs/./guarded/./analytics/usage",
        "/./orgs/guarded/analytics/usage",
        "/orgs/guarded/analytics/usage/",
        "/orgs/guarded/analytics/usage/.",
        "/orgs/guarded/analytics/usage%2F",
        "/orgs%2Fguarded/analytics/usage",
        "/orgs/guarded%2Fanalytics/usage",
        "/ORGS/guarded/analytics/usage",
        "/orgs/guarded/analytics/usage%00",
        "/orgs/guarded%5Canalytics/usage",
        "/orgs/%67uarded/analytics/usage"
      })
  void noSpellingOfAPathOpensIt(String path) {
    for (String token : List.of("", "not-a-token", member, stranger)) {
      for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE")) {
        assertRefused(API.raw(Component.USAGE_QUERY, method, path, token), method + " " + path);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/price-book",
        "//v1/price-book",
        "/v1;x/price-book",
        "/v1/./price-book",
        "/v1%2Fprice-book",
        "/v1/prices",
        "/v1/prices;x",
        "/v1//prices"
      })
  void thePriceBookIsForThoseWhoAreSignedIn(String path) {
    assertRefused(API.raw(Component.PRICING_SERVICE, "GET", path, ""), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v1/events", "//v1/events", "/v1/events;x", "/v1/./events", "/v1%2Fevents"})
  void theIntakeIsForThoseWhoMayWrite(String path) {
    for (String token : List.of("", "not-a-token", member)) {
      assertRefused(API.raw(Component.USAGE_INGEST, "POST", path, token), path);
    }
  }

  private static void assertRefused(String answer, String request) {
    assertThat(answer).as(request).matches("(?s)HTTP/1\\.1 4\\d\\d .*");
  }

  private static int statusWith(String token) {
    return API.get(Component.USAGE_QUERY, USAGE, token).status();
  }

  private static String tokenOf(String user, String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "token";
    arguments[1] = "--user";
    arguments[2] = user;
    System.arraycopy(options, 0, arguments, 3, options.length);
    return LEDGER.command().run(arguments);
  }

  /** The token of a superadmin, save for the claims given. */
  private static String sign(Map<String, Object> claims)
      throws IOException, GeneralSecurityException {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> all = new HashMap<>();
    all.put("iss", TokenSigner.ISSUER);
    all.put("aud", TokenSigner.AUDIENCE);
    all.put("sub", "root");
    all.put("groups", List.of("superadmin"));
    all.put("iat", now);
    all.put("exp", now + Duration.ofHours(1).toSeconds());
    all.putAll(claims);
    Secrets secrets = new Secrets(LEDGER.data().secrets());
    return new TokenSigner(secrets.signingKeys().privateKey()).sign(all);
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
