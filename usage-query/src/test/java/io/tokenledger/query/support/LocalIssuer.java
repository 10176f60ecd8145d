package io.tokenledger.query.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/**
 * An identity provider on this machine: {@code /keys} is its key set, {@code /token/SUB} a token
 * under its present key, {@code /rotate} takes a new key. The tests speak HTTP with it, too, as
 * they live in another class loader.
 */
public class LocalIssuer implements QuarkusTestResourceLifecycleManager {

  static final String ISSUER = "https://issuer.example/tenant";
  public static final String URL = "test.issuer.url";

  private volatile RsaJsonWebKey key = newKey();
  private HttpServer server;

  @Override
  public Map<String, String> start() {
    try {
      InetAddress here = InetAddress.getLoopbackAddress();
      server = HttpServer.create(new InetSocketAddress(here, 0), 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    server.createContext("/keys", exchange -> answer(exchange, keySet()));
    server.createContext("/token/", exchange -> answer(exchange, token(exchange)));
    server.createContext(
        "/rotate",
        exchange -> {
          key = newKey();
          answer(exchange, "");
        });
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    return Map.of(
        URL,
        url,
        "mp.jwt.verify.publickey.location",
        url + "/keys",
        "mp.jwt.verify.issuer",
        ISSUER,
        "smallrye.jwt.jwks.forced-refresh-interval",
        "0");
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private String keySet() {
    return new JsonWebKeySet(key).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  private String token(HttpExchange exchange) {
    JwtClaims claims = new JwtClaims();
    claims.setIssuer(ISSUER);
    claims.setAudience("tokenledger");
    claims.setSubject(exchange.getRequestURI().getPath().substring("/token/".length()));
    claims.setIssuedAtToNow();
    claims.setExpirationTimeMinutesInTheFuture(10);
    JsonWebSignature token = new JsonWebSignature();
    token.setPayload(claims.toJson());
    token.setKey(key.getPrivateKey());
    token.setKeyIdHeaderValue(key.getKeyId());
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RsaJsonWebKey newKey() {
    try {
      RsaJsonWebKey made = RsaJwkGenerator.generateJwk(2048);
      made.setKeyId(UUID.randomUUID().toString());
      made.setAlgorithm(AlgorithmIdentifiers.RSA_USING_SHA256);
      made.setUse("sig");
      return made;
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }
}
