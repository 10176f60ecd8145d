package io.tokenledger.query.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.query.support.LocalIssuer;
import io.tokenledger.query.support.TestLedger;
import io.tokenledger.service.testing.LedgerServers;
import io.tokenledger.service.testing.TestTokens;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tokens of an identity provider whose keys are at a URL, and change. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
@WithTestResource(LocalIssuer.class)
class KeyRotationIT {

  private static final String ORG = "/orgs/rotation-acme";

  @BeforeAll
  static void people() {
    TestLedger.migrate();
    TestLedger.member("rotation-acme", "rotation-ann", "owner");
  }

  @Test
  void aNewKeyIsFetchedWhenATokenNamesItAndTheOldOneCountsNoMore() throws IOException {
    String before = ask("/token/rotation-ann");
    assertThat(Api.get(ORG, before).status()).isEqualTo(200);
    ask("/rotate");
    String after = ask("/token/rotation-ann");
    // Not twice within a third of a second: the library spares the provider.
    await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(Api.get(ORG, after).status()).isEqualTo(200));
    assertThat(Api.get(ORG, before).status()).isEqualTo(401);
  }

  @Test
  void whatAnotherIssuerSignedIsRefused() {
    assertThat(Api.get(ORG, TestTokens.token("rotation-ann")).status()).isEqualTo(401);
  }

  private static String ask(String path) throws IOException {
    String url = ConfigProvider.getConfig().getValue(LocalIssuer.URL, String.class);
    try (InputStream answer = URI.create(url + path).toURL().openStream()) {
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
