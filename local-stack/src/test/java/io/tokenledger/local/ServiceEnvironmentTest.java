package io.tokenledger.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How the dashboard finds the services, and gets in. */
class ServiceEnvironmentTest {

  @TempDir Path directory;

  @Test
  void thePageIsToldWhereTheServicesAre() throws IOException {
    assertThat(environment(Component.USAGE_QUERY))
        .containsEntry("TOKENLEDGER_DASHBOARD_SERVICES_INGEST", "http://127.0.0.1:9081")
        .containsEntry("TOKENLEDGER_DASHBOARD_SERVICES_PRICING", "http://127.0.0.1:9082")
        .containsEntry("TOKENLEDGER_DASHBOARD_SERVICES_AGGREGATOR", "http://127.0.0.1:9083")
        .containsEntry("TOKENLEDGER_DASHBOARD_SERVICES_GATEWAY", "http://127.0.0.1:9084")
        .doesNotContainKey("QUARKUS_HTTP_CORS_ENABLED");
  }

  @ParameterizedTest
  @EnumSource(names = {"PRICING_SERVICE", "USAGE_INGEST", "USAGE_AGGREGATOR", "CHAT_GATEWAY"})
  void theyLetItInAndNoOtherPage(Component service) throws IOException {
    assertThat(environment(service))
        .containsEntry("QUARKUS_HTTP_CORS_ENABLED", "true")
        .containsEntry("QUARKUS_HTTP_CORS_ORIGINS", "http://127.0.0.1:9080,http://localhost:9080")
        .containsEntry("QUARKUS_HTTP_CORS_ACCESS_CONTROL_ALLOW_CREDENTIALS", "false");
  }

  @Test
  void theGatewayHasAnUpstreamToTryAndKeepsWhatItHasToTell() throws IOException {
    assertThat(environment(Component.CHAT_GATEWAY))
        .containsEntry("TOKENLEDGER_GATEWAY_ECHO_ENABLED", "true")
        .containsEntry(
            "TOKENLEDGER_GATEWAY_JOURNAL_DIRECTORY",
            directory.resolve("gateway-journal").toString())
        .containsEntry("TOKENLEDGER_PRICING_URL", "http://127.0.0.1:9082")
        .containsKey("TOKENLEDGER_PRICING_TOKEN");
    assertThat(environment(Component.USAGE_QUERY))
        .doesNotContainKeys("TOKENLEDGER_GATEWAY_ECHO_ENABLED", "TOKENLEDGER_PRICING_TOKEN");
  }

  @Test
  void theIntakeKeepsWhatItHasTakenInTheDataDirectory() throws IOException {
    assertThat(environment(Component.USAGE_INGEST))
        .containsEntry(
            "TOKENLEDGER_INGEST_INTAKE_JOURNAL_DIRECTORY",
            directory.resolve("intake-journal").toString());
  }

  private Map<String, String> environment(Component service) throws IOException {
    StackOptions options = new StackOptions(new DataDirectory(directory).create(), new Ports(9080));
    LedgerAccess access = new LedgerAccess(options.data(), options.ports());
    return new ServiceEnvironment(options, access).of(service);
  }
}
