package io.tokenledger.query.signin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.service.production.ProductionConfig;
import io.tokenledger.service.production.ProductionConfig.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a service with sign-in refuses to start with. */
class SignInCheckTest {

  @TempDir Path directory;

  @Test
  void theDemoPasswordIsForDevelopmentOnly() throws IOException {
    SignInConfig demo = config(PasswordHashTest.DEMO);
    assertThatThrownBy(() -> check(demo, Mode.PRODUCTION).requireSafe())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TOKENLEDGER_SIGN_IN_ENABLED=false")
        .hasMessageContaining("TOKENLEDGER_SIGN_IN_USERS_FILE");
    assertThatCode(() -> check(demo, Mode.DEVELOPMENT).requireSafe()).doesNotThrowAnyException();
  }

  @Test
  void anotherPasswordIsForProduction() throws IOException {
    String other = PasswordHashTest.DEMO.replace("AAECAwQF", "BBECAwQF");
    assertThatCode(() -> check(config(other), Mode.PRODUCTION).requireSafe())
        .doesNotThrowAnyException();
  }

  @Test
  void withoutItsFilesItDoesNotStart() throws IOException {
    assertThatThrownBy(() -> new SignInUsers(new Config(Optional.empty())))
        .hasMessageContaining("TOKENLEDGER_SIGN_IN_USERS_FILE");
    SignInConfig noKey = config(PasswordHashTest.DEMO);
    assertThatThrownBy(() -> check(noKey, Mode.DEVELOPMENT).onStart(null))
        .hasMessageContaining("TOKENLEDGER_SIGN_IN_PRIVATE_KEY_FILE");
  }

  private static SignInCheck check(SignInConfig config, Mode mode) {
    return new SignInCheck(
        config, new SignInUsers(config), new SigningKey(config), new Production(mode));
  }

  private record Production(Mode mode) implements ProductionConfig {

    @Override
    public boolean usesKafka() {
      return false;
    }

    @Override
    public boolean allowPlaintextKafka() {
      return false;
    }

    @Override
    public boolean allowPlaintextDatabase() {
      return false;
    }

    @Override
    public String databaseSslMode() {
      return "verify-full";
    }

    @Override
    public String jwtKeys() {
      return "";
    }

    @Override
    public Optional<String> databasePassword() {
      return Optional.empty();
    }

    @Override
    public Optional<String> pricingToken() {
      return Optional.empty();
    }
  }

  private SignInConfig config(String hash) throws IOException {
    Path file = directory.resolve("users.properties");
    Files.writeString(file, "ann=" + hash + "\nbob=" + hash + "\n");
    return new Config(Optional.of(file));
  }

  private record Config(Optional<Path> usersFile) implements SignInConfig {

    @Override
    public boolean enabled() {
      return true;
    }

    @Override
    public Optional<Path> privateKeyFile() {
      return Optional.empty();
    }

    @Override
    public Duration lifetime() {
      return Duration.ofHours(1);
    }

    @Override
    public Optional<List<String>> superadmins() {
      return Optional.empty();
    }

    @Override
    public String issuer() {
      return "https://x";
    }
  }
}
