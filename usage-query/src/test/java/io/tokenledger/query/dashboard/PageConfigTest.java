package io.tokenledger.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the page is told, by what is set. */
class PageConfigTest {

  private static final Map<String, String> OIDC =
      Map.of("oidc.issuer", "https://id.example/realms/a", "oidc.client-id", "ledger");

  @Test
  void byDefaultItIsServedAndEverythingIsWhereItCameFrom() {
    DashboardConfig defaults = Settings.of(Map.of());
    assertThat(defaults.enabled()).isTrue();
    assertThat(PageConfig.of(defaults, false))
        .isEqualTo(
            new PageConfig(
                "none",
                List.of(),
                Optional.empty(),
                false,
                new PageConfig.Services("", "", "", "")));
  }

  @Test
  void signInByPasswordOffersItsDemoUsers() {
    DashboardConfig config =
        Settings.of(Map.of("demo-users", "ann,bob", "services.pricing", "http://127.0.0.1:8082/"));
    PageConfig told = PageConfig.of(config, true);
    assertThat(told.signIn()).isEqualTo("password");
    assertThat(told.demoUsers()).containsExactly("ann", "bob");
    assertThat(told.services().pricing()).isEqualTo("http://127.0.0.1:8082");
    assertThat(PageConfig.of(config, false).demoUsers()).isEmpty();
  }

  @Test
  void conversationsAreOfferedWhereThereIsAGatewayUnlessSaidOtherwise() {
    assertThat(chatWith(Map.of())).isFalse();
    assertThat(chatWith(Map.of("services.gateway", "https://llm.example"))).isTrue();
    assertThat(chatWith(Map.of("services.gateway", "https://llm.example", "chat", "false")))
        .isFalse();
    assertThat(chatWith(Map.of("chat", "true"))).isTrue();
  }

  private static boolean chatWith(Map<String, String> properties) {
    return PageConfig.of(Settings.of(properties), false).chat();
  }

  @Test
  void anIdentityProviderGoesBeforePasswords() {
    PageConfig told = PageConfig.of(Settings.of(OIDC), true);
    assertThat(told.signIn()).isEqualTo("oidc");
    assertThat(told.oidc())
        .contains(new PageConfig.Oidc("https://id.example/realms/a", "ledger", "openid profile"));
  }

  @Test
  void anIssuerWithoutAClientIsRefusedByItsName() {
    Map<String, String> half = Map.of("oidc.issuer", "https://id.example");
    assertThatThrownBy(() -> Settings.of(half))
        .hasMessageContaining("tokenledger.dashboard.oidc.client-id");
  }
}
