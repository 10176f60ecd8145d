package io.tokenledger.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AppPathTest {

  @ParameterizedTest
  @CsvSource({
    "/app/, VIEW",
    "/app/index.html, VIEW",
    "/app/me, VIEW",
    "/app/orgs/acme.io/analytics, VIEW",
    "/app/orgs/acme/prices/openai/gpt-4.1, VIEW",
    "/app/orgs/acme/analytics/tags/version/1.2.js, VIEW",
    "/app/config.json, FILE",
    "/app/icon.svg, FILE",
    "/app/.vite/manifest.json, FILE",
    "/app/assets/index-B7x.js, HASHED_FILE",
    "/app/assets/none, HASHED_FILE"
  })
  void idsMayHoldDotsAndFilesAreAtTheTop(String path, AppPath expected) {
    assertThat(AppPath.of(path)).isEqualTo(expected);
  }
}
