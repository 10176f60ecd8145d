package io.tokenledger.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the page may talk to. */
class ContentPolicyTest {

  @Test
  void byItselfThePageTalksToItsOriginOnly() {
    String policy = ContentPolicy.of(Settings.of(Map.of())).header();
    assertThat(policy)
        .startsWith("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-47DE")
        .contains("connect-src 'self';", "base-uri 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
  }

  @Test
  void servicesAndTheIssuerAreAddedByTheirOriginsOnce() {
    String policy =
        ContentPolicy.of(
                Settings.of(
                    Map.of(
                        "services.pricing", "http://127.0.0.1:8082/prices",
                        "services.ingest", "http://127.0.0.1:8082",
                        "oidc.issuer", "https://id.example/realms/a",
                        "oidc.client-id", "ledger",
                        "oidc.endpoints", "https://token.example/t")))
            .header();
    assertThat(policy)
        .contains(
            "connect-src 'self' http://127.0.0.1:8082 https://id.example https://token.example;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"prices.example", "ftp://prices.example", "javascript:alert(1)", "/v1"})
  void whatIsNoWebAddressIsRefused(String address) {
    DashboardConfig config = Settings.of(Map.of("services.pricing", address));
    assertThatThrownBy(() -> ContentPolicy.of(config))
        .hasMessageContaining(address)
        .hasMessageContaining("http or https");
  }
}
