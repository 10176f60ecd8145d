package io.tokenledger.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.RawHttp;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwe.ContentEncryptionAlgorithmIdentifiers;
import org.jose4j.jwe.JsonWebEncryption;
import org.jose4j.jwe.KeyManagementAlgorithmIdentifiers;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Attacks of RFC 8725 that bring their own key: every token claims to be a superadmin's, and is
 * signed correctly by the attacker. {@link TokenRefusalIT} has those without a key.
 */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class TokenAttackIT {

  private static final String USAGE = "/orgs/acme/analytics/usage";
  private static KeyPair attacker;

  @BeforeAll
  static void attackersKey() throws GeneralSecurityException {
    TestLedger.migrate();
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    attacker = generator.generateKeyPair();
  }

  /** So that what follows is refused for its key, and for nothing else. */
  @Test
  void theSameClaimsUnderTheRightKeyAreLetIn() {
    assertThat(Api.get(USAGE, TestTokens.withClaims(claims().getMap())).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "../../../../../../dev/null",
        "/dev/null",
        "file:///dev/null",
        "x' UNION SELECT 'key' --",
        "|/bin/true",
        "\u0000"
      })
  void aKidThatPointsElsewhere(String kid) {
    assertRefused(signed(header().put("kid", kid)));
  }

  /** The key of the header must not be used, and its addresses must not be asked. */
  @Test
  void aKeyOrAnAddressInTheHeader() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(anywhere, 0);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          byte[] keys =
              new JsonObject().put("keys", new JsonArray().add(jwk())).toBuffer().getBytes();
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    server.start();
    try {
      String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/keys";
      assertRefused(signed(header().put("kid", "evil").put("jku", url)));
      assertRefused(signed(header().put("kid", "evil").put("x5u", url)));
      assertRefused(signed(header().put("kid", "evil").put("jwk", jwk())));
      assertRefused(signed(header().put("x5c", new JsonArray().add("MIIB"))));
      assertThat(asked).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void aCriticalHeaderThatNobodyKnows() {
    JsonObject critical = header().put("crit", new JsonArray().add("urn:x")).put("urn:x", true);
    assertRefused(signed(critical));
  }

  @Test
  void anEncryptedToken() throws JoseException {
    JsonWebEncryption encrypted = new JsonWebEncryption();
    encrypted.setAlgorithmHeaderValue(KeyManagementAlgorithmIdentifiers.RSA_OAEP_256);
    encrypted.setEncryptionMethodHeaderParameter(ContentEncryptionAlgorithmIdentifiers.AES_256_GCM);
    encrypted.setKey(attacker.getPublic());
    encrypted.setPayload(TestTokens.withClaims(claims().getMap()));
    encrypted.setContentTypeHeaderValue("JWT");
    assertRefused(encrypted.getCompactSerialization());
  }

  /** A right token as the payload of another one. */
  @Test
  void aNestedToken() {
    String inner = TestTokens.withClaims(claims().getMap());
    assertRefused(sign(encode(header().put("cty", "JWT").encode()) + "." + encode(inner)));
  }

  @Test
  void aHugeToken() {
    String huge = signed(header().put("kid", "k".repeat(4_000)));
    assertRefused(huge);
    // Beyond what the server reads of headers at all.
    int status = RawHttp.status(USAGE, huge + "A".repeat(100_000));
    assertThat(status).isIn(400, 401, 431);
  }

  @Test
  void anotherAlgorithmOfTheRightFamily() {
    assertRefused(signed(new JsonObject().put("alg", "RS512").put("typ", "JWT")));
    assertRefused(signed(new JsonObject().put("alg", "PS256").put("typ", "JWT")));
    assertRefused(signed(new JsonObject().put("typ", "JWT")));
  }

  private static void assertRefused(String token) {
    Api.Answer answer = Api.get(USAGE, token);
    assertThat(answer.status()).as(token).isEqualTo(401);
    assertThat(answer.json().path("code").asText()).isEqualTo("unauthenticated");
  }

  private static JsonObject header() {
    return new JsonObject().put("alg", "RS256").put("typ", "JWT");
  }

  private static JsonObject claims() {
    long now = Instant.now().getEpochSecond();
    return new JsonObject()
        .put("iss", "https://tokenledger.local")
        .put("aud", "tokenledger")
        .put("sub", "root")
        .put("groups", List.of("superadmin"))
        .put("iat", now)
        .put("exp", now + 3_600);
  }

  private static JsonObject jwk() {
    RSAPublicKey key = (RSAPublicKey) attacker.getPublic();
    return new JsonObject()
        .put("kty", "RSA")
        .put("kid", "evil")
        .put("n", encode(unsigned(key.getModulus())))
        .put("e", encode(unsigned(key.getPublicExponent())));
  }

  private static byte[] unsigned(BigInteger number) {
    byte[] bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String signed(JsonObject header) {
    return sign(encode(header.encode()) + "." + encode(claims().encode()));
  }

  private static String sign(String content) {
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(attacker.getPrivate());
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + encode(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return encode(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
