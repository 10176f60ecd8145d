package io.tokenledger.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.tokenledger.deploy.Chart.Values;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {

  @Test
  void isWithoutFaultOrWarning() {
    LintResult lint = new Helm(Chart.DIRECTORY).lint().strict().call();

    assertThat(lint.isFailed()).as("%s", lint.getMessages()).isFalse();
    assertThat(lint.getMessages()).noneMatch(message -> message.contains("WARNING"));
  }

  @ParameterizedTest
  @CsvSource({
    "usageQuery.replcas, 3, replcas",
    "kafka.securityProtocol, SASL, securityProtocol",
    "database.port, 70000, port",
    "usageIngest.databasePoolSize, many, databasePoolSize",
    "kafka.bootstrapServers, kafka, bootstrapServers",
  })
  void refusesWhatItDoesNotKnow(String value, String set, String named) {
    assertThatThrownBy(() -> Chart.command(Values.DEFAULT).set(value, set).call())
        .hasMessageContaining(named)
        .hasMessageContaining("schema");
  }

  /** Its name is part of a variable's. */
  @Test
  void anUpstreamHasASimpleName() {
    assertThatThrownBy(
            () ->
                Chart.command(Values.PRODUCTION)
                    .set("chatGateway.upstreams.my-own.url", "https://llm.example.com")
                    .set("chatGateway.upstreams.my-own.api", "openai")
                    .call())
        .hasMessageContaining("my-own");
  }

  @Test
  void withoutTheGatewayNothingOfItIsMade() {
    assertThat(Chart.render(Values.DEFAULT)).doesNotContain("chat-gateway", "GATEWAY");
  }

  @Test
  void bootstrapNeedsAnAdministrator() {
    assertThatThrownBy(() -> Chart.command(Values.DEFAULT).set("bootstrap.enabled", true).call())
        .hasMessageContaining("bootstrap.adminSecret.name");
  }

  @Test
  void scalingOnLagNeedsSomebodyToReadIt() {
    assertThatThrownBy(
            () -> Chart.command(Values.DEFAULT).set("usageIngest.keda.enabled", true).call())
        .hasMessageContaining("usageIngest.keda.authentication.secretName");
  }

  @Test
  void theLagOfAKafkaThatAsksForNothingIsReadWithoutAuthentication() {
    String rendered = Chart.command(Values.MINIMAL).set("usageIngest.keda.enabled", true).call();

    assertThat(Chart.parse(rendered))
        .extracting(Manifest::kind)
        .contains("ScaledObject")
        .doesNotContain("TriggerAuthentication");
  }

  /** Rules, dashboards and SQL are links in the chart's directory, and files in its package. */
  @Test
  void thePackageIsWhole(@TempDir Path directory) {
    new Helm(Chart.DIRECTORY).packageIt().withDestination(directory).call();

    String packaged =
        Helm.template(directory.resolve("tokenledger-0.1.0.tgz").toString())
            .withName("ledger")
            .withNamespace("tokenledger")
            .withKubeVersion("1.31.0")
            .withValuesFile(Chart.EXAMPLES.resolve("production-values.yaml"))
            .withValuesFile(Path.of("src/test/resources/everything-values.yaml"))
            .call();
    assertThat(packaged).isEqualTo(Chart.render(Values.EVERYTHING));
  }
}
