package io.tokenledger.local.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenSignerTest {

  @TempDir Path directory;

  @Test
  void thePublicKeyVerifiesWhatThePrivateOneSigned() throws Exception {
    SigningKeys keys = SigningKeys.in(directory);
    String token =
        new TokenSigner(SigningKeys.in(directory).privateKey())
            .sign("ann", Map.of("acme", "admin"), List.of("superadmin"), Duration.ofHours(1));
    String[] parts = token.split("\\.");

    Signature signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(
        KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(publicKey(keys))));
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();

    JsonNode claims = new ObjectMapper().readTree(Base64.getUrlDecoder().decode(parts[1]));
    assertThat(claims.get("sub").asText()).isEqualTo("ann");
    assertThat(claims.get("orgs").get("acme").asText()).isEqualTo("admin");
    assertThat(claims.get("exp").asLong() - claims.get("iat").asLong()).isEqualTo(3600);
  }

  @Test
  void onlyTheOwnerReadsThePrivateKey() throws Exception {
    SigningKeys.in(directory);
    assertThat(Files.getPosixFilePermissions(directory.resolve("jwt-private.pem")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  private static byte[] publicKey(SigningKeys keys) throws Exception {
    return Base64.getMimeDecoder()
        .decode(Files.readString(keys.publicKeyFile()).replaceAll("-----[A-Z ]+-----", ""));
  }
}
