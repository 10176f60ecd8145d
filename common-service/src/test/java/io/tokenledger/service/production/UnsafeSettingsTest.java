package io.tokenledger.service.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class UnsafeSettingsTest {

  private static final DatabaseSafety SAFE = new DatabaseSafety(true, List.of(), 512);

  private final UnsafeSettings unsafe = new UnsafeSettings();

  @Test
  void nothingIsSaidOfSafeSettings() {
    unsafe.checkSecrets(Map.of("A", Optional.of("Zb2v0"), "B", Optional.empty()));
    unsafe.checkKafka(Optional.of("SASL_SSL"), false);
    unsafe.checkKafka(Optional.of("SSL"), false);
    unsafe.checkDatabase(SAFE, "verify-full", false);
    assertThat(unsafe.found()).isEmpty();
  }

  @Test
  void secretsOfExamplesAreNamedAndNotShown() {
    unsafe.checkSecrets(Map.of("SOME_PASSWORD", Optional.of("insecure-abc")));
    assertThat(unsafe.found())
        .singleElement()
        .asString()
        .contains("SOME_PASSWORD")
        .doesNotContain("abc");
  }

  @Test
  void plaintextIsRefusedUnlessItWasAskedFor() {
    unsafe.checkKafka(Optional.empty(), true);
    unsafe.checkDatabase(new DatabaseSafety(false, List.of(), 512), "disable", true);
    assertThat(unsafe.found()).isEmpty();
    unsafe.checkKafka(Optional.empty(), false);
    unsafe.checkKafka(Optional.of("SASL_PLAINTEXT"), false);
    unsafe.checkDatabase(new DatabaseSafety(false, List.of(), 512), "disable", false);
    assertThat(unsafe.found()).hasSize(3);
    assertThat(unsafe.found().get(0)).contains("TOKENLEDGER_KAFKA_ALLOW_PLAINTEXT");
    assertThat(unsafe.found().get(2)).contains("TOKENLEDGER_DATABASE_ALLOW_PLAINTEXT");
  }

  @Test
  void aDatabaseThatForgetsIsRefusedInAnyCase() {
    unsafe.checkDatabase(
        new DatabaseSafety(true, List.of("fsync = off", "full_page_writes = off"), 512),
        "verify-full",
        true);
    assertThat(unsafe.found()).hasSize(2);
    assertThat(unsafe.found().get(0)).contains("fsync = off");
  }

  @Test
  void anEncryptedConnectionToAnybodyIsRefused() {
    for (String mode : List.of("require", "prefer", "allow")) {
      unsafe.checkDatabase(SAFE, mode, false);
    }
    assertThat(unsafe.found()).hasSize(3);
    assertThat(unsafe.found().get(0)).contains("verify-full");
  }

  @Test
  void aLockTableThatFiveYearsOfDaysFillIsRefused() {
    unsafe.checkDatabase(new DatabaseSafety(true, List.of(), 64), "verify-full", false);
    assertThat(unsafe.found()).singleElement().asString().contains("max_locks_per_transaction");
  }

  @Test
  void keysThatCanBeChangedOnTheirWayAreRefused() {
    unsafe.checkKeys("https://issuer.example/jwks");
    unsafe.checkKeys("/run/secrets/key.pem");
    assertThat(unsafe.found()).isEmpty();
    unsafe.checkKeys("http://issuer.example/jwks");
    unsafe.checkKeys("HTTP://issuer.example/jwks");
    assertThat(unsafe.found()).hasSize(2);
  }
}
