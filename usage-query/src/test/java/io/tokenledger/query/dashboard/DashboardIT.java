package io.tokenledger.query.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.tokenledger.query.support.Api;
import io.tokenledger.service.testing.LedgerServers;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page as it is packed and served. */
@QuarkusTest
@WithTestResource(LedgerServers.class)
class DashboardIT {

  private static final Pattern SCRIPT = Pattern.compile("src=\"(/app/assets/[^\"]+\\.js)\"");

  @ParameterizedTest
  @ValueSource(strings = {"/", "/app"})
  void theWayInLeadsToThePage(String path) {
    Api.Answer answer = Api.get(path, "");
    assertThat(answer.status()).isEqualTo(302);
    assertThat(answer.header("Location")).isEqualTo("/app/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/",
        "/app/index.html",
        "/app/sign-in?returnTo=%2Fapp%2F",
        "/app/orgs/acme.io/analytics",
        "/app/orgs/acme/prices/openai/gpt-4.1"
      })
  void everyViewIsThePage(String path) {
    Api.Answer answer = Api.get(path, "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
    assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.body()).contains("<div id=\"root\">");
  }

  @Test
  void whoHasThePageIsToldSo() {
    String tag = Api.get("/app/", "").header("ETag");
    Api.Answer again = Api.callWith("GET", "/app/me", Map.of("If-None-Match", tag));
    assertThat(again.status()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.header("Content-Security-Policy")).contains("default-src 'none'");
    Map<String, String> older = Map.of("If-None-Match", "\"older\"");
    assertThat(Api.callWith("GET", "/app/", older).status()).isEqualTo(200);
  }

  /** The policy would keep the browser from running it. */
  @Test
  void nothingInThePageIsInline() {
    assertThat(Api.get("/app/", "").body())
        .doesNotContain("<style", "style=", "<script>", "javascript:", " onload=");
  }

  @Test
  void filesAreKeptForEverAsTheirNamesChange() {
    Api.Answer script = Api.get(script(), "");
    assertThat(script.status()).isEqualTo(200);
    assertThat(script.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(script.header("Content-Type")).startsWith("text/javascript");
    assertThat(script.header("Content-Security-Policy")).contains("default-src 'none'");
  }

  @Test
  void otherFilesAreAskedForEachTime() {
    Api.Answer icon = Api.get("/app/icon.svg", "");
    assertThat(icon.status()).isEqualTo(200);
    assertThat(icon.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(icon.header("Last-Modified")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/app/assets/index-0000.js",
        "/app/assets/",
        "/app/none.js",
        "/app/.vite/manifest.json",
        "/app/%2e%2e/application.properties"
      })
  void whatIsMissingIsNoPage(String path) {
    Api.Answer answer = Api.get(path, "");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.header("Cache-Control")).doesNotContain("immutable");
    assertThat(answer.body()).doesNotContain("<html");
  }

  @Test
  void textComesCompressedToWhoAsksForIt() {
    Map<String, String> gzip = Map.of("Accept-Encoding", "gzip");
    for (String path : List.of("/app/me", script(), "/app/icon.svg", "/app/config.json")) {
      String compressed = Api.callWith("GET", path, gzip).header("Content-Encoding");
      assertThat(compressed).as(path).isEqualTo("gzip");
      assertThat(Api.get(path, "").header("Content-Encoding")).as(path).isIn("", "identity");
    }
  }

  @Test
  void thePageIsToldHowToSignIn() {
    Api.Answer answer = Api.get("/app/config.json", "");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.json())
        .isEqualTo(
            Api.json(
                "{\"signIn\":\"none\",\"demoUsers\":[],\"oidc\":null,\"chat\":false,"
                    + "\"services\":{\"pricing\":\"\",\"ingest\":\"\",\"aggregator\":\"\",\"gateway\":\"\"}}"));
  }

  @Test
  void thePageIsOnlyRead() {
    assertThat(Api.call("POST", "/app/orgs/acme", "").status()).isIn(404, 405);
    assertThat(Api.call("HEAD", "/app/orgs/acme", "").status()).isEqualTo(200);
  }

  private static String script() {
    Matcher found = SCRIPT.matcher(Api.get("/app/", "").body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
