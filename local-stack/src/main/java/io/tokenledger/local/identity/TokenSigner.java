package io.tokenledger.local.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Signs the bearer tokens of the contract: JWTs with RS256 (RFC 7519, RFC 7515). */
public final class TokenSigner {

  public static final String ISSUER = "https://tokenledger.local";
  public static final String AUDIENCE = "tokenledger";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final PrivateKey privateKey;

  public TokenSigner(PrivateKey privateKey) {
    this.privateKey = privateKey;
  }

  /**
   * @param orgRoles role by org id, for deployments that take roles from the token; may be empty
   * @param groups {@code superadmin} and service scopes such as {@code events:write}
   */
  public String sign(
      String userId, Map<String, String> orgRoles, Collection<String> groups, Duration lifetime) {
    Instant now = Instant.now();
    Map<String, Object> claims = new LinkedHashMap<>();
    claims.put("iss", ISSUER);
    claims.put("aud", AUDIENCE);
    claims.put("sub", userId);
    claims.put("upn", userId);
    claims.put("groups", groups);
    claims.put("iat", now.getEpochSecond());
    claims.put("exp", now.plus(lifetime).getEpochSecond());
    claims.put("jti", UUID.randomUUID().toString());
    if (!orgRoles.isEmpty()) {
      claims.put("orgs", orgRoles);
    }
    return sign(claims);
  }

  /** Signs any claims, such as those of a token that is to be refused. */
  public String sign(Map<String, Object> claims) {
    String signed = part(Map.of("alg", "RS256", "typ", "JWT")) + "." + part(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(privateKey);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(Map<String, Object> content) {
    try {
      return base64(JSON.writeValueAsBytes(content));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
