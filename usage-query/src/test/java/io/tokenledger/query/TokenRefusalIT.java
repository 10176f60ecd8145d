package io.tokenledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tokens that must open nothing, though each claims to be a superadmin's. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class TokenRefusalIT {

  private static final List<String> PATHS =
      List.of(
          "/orgs/acme/analytics/usage",
          "/orgs/acme/analytics/top-users",
          "/orgs/acme/analytics/details",
          "/conversations/c/usage");

  @BeforeAll
  static void schemas() {
    TestLedger.migrate();
  }

  @Test
  void theClaimsAsTheyAreOpen() {
    assertThat(Api.get(PATHS.get(0), TestTokens.withClaims(claims(Map.of()))).status())
        .isEqualTo(200);
  }

  @Test
  void aTamperedToken() {
    String[] parts = TestTokens.token("someone").split("\\.");
    String payload = encode(json(parts[1]).replace("\"groups\":[]", "\"groups\":[\"superadmin\"]"));
    assertRefused(parts[0] + "." + payload + "." + parts[2]);
    assertRefused(TestTokens.withClaims(claims(Map.of())) + "x");
    assertRefused(parts[0] + "." + parts[1] + ".");
    assertRefused("not-a-token");
    assertRefused("..");
  }

  @Test
  void algorithmNone() {
    String payload = TestTokens.withClaims(claims(Map.of())).split("\\.")[1];
    for (String alg : List.of("none", "None", "NONE")) {
      String header = encode("{\"alg\":\"" + alg + "\",\"typ\":\"JWT\"}");
      assertRefused(header + "." + payload + ".");
    }
  }

  @Test
  void hs256SignedWithThePublicKey() throws Exception {
    String location =
        ConfigProvider.getConfig().getValue("mp.jwt.verify.publickey.location", String.class);
    byte[] pem = Files.readAllBytes(Path.of(URI.create(location)));
    String payload = TestTokens.withClaims(claims(Map.of())).split("\\.")[1];
    String signed = encode("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + payload;
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(pem, "HmacSHA256"));
    byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
    assertRefused(signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature));
  }

  @Test
  void aWrongAudienceOrIssuer() {
    assertRefused(TestTokens.withClaims(claims(Map.of("aud", "another"))));
    assertRefused(TestTokens.withClaims(without("aud")));
    assertRefused(TestTokens.withClaims(claims(Map.of("iss", "https://evil.example"))));
    assertRefused(TestTokens.withClaims(without("iss")));
  }

  @Test
  void aTokenOutOfItsTime() {
    long now = Instant.now().getEpochSecond();
    assertRefused(TestTokens.withClaims(claims(Map.of("iat", now - 7_200, "exp", now - 3_600))));
    assertRefused(TestTokens.withClaims(claims(Map.of("nbf", now + 3_600))));
    assertRefused(TestTokens.withClaims(without("exp")));
  }

  @Test
  void aTokenOfNobody() {
    Map<String, Object> nameless = without("sub");
    nameless.remove("upn");
    assertRefused(TestTokens.withClaims(nameless));
  }

  @ParameterizedTest
  @MethodSource("groupsOfAnotherShape")
  void groupsThatAreNoListOfNames(Object groups) {
    assertRefused(TestTokens.withClaims(claims(Map.of("groups", groups))));
  }

  static List<Object> groupsOfAnotherShape() {
    return List.of(7, true, Map.of("superadmin", true), Arrays.asList("superadmin", null));
  }

  @Test
  void groupsThatAreNumbersOrListsAreNone() {
    for (Object group : List.of(7, List.of("superadmin"))) {
      String token = TestTokens.withClaims(claims(Map.of("groups", List.of(group))));
      assertThat(Api.get(PATHS.get(0), token).status()).isEqualTo(403);
    }
  }

  private static void assertRefused(String token) {
    for (String path : PATHS) {
      Api.Answer answer = Api.get(path, token);
      assertThat(answer.status()).as(path + " with " + token).isEqualTo(401);
      assertThat(answer.json().path("code").asText()).isEqualTo("unauthenticated");
    }
  }

  private static Map<String, Object> claims(Map<String, Object> overrides) {
    long now = Instant.now().getEpochSecond();
    Map<String, Object> claims =
        new HashMap<>(
            Map.of(
                "iss", "https://tokenledger.local",
                "aud", "tokenledger",
                "sub", "root",
                "upn", "root",
                "groups", List.of("superadmin"),
                "iat", now,
                "exp", now + 3_600));
    claims.putAll(overrides);
    return claims;
  }

  private static Map<String, Object> without(String claim) {
    Map<String, Object> claims = claims(Map.of());
    claims.remove(claim);
    return claims;
  }

  private static String json(String part) {
    return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
