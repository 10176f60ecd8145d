package io.tokenledger.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.deploy.Chart.Values;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every pod is within the "restricted" Pod Security Standard, and asks for what it needs. */
class PodSecurityTest {

  @ParameterizedTest
  @EnumSource
  void podsAreRestricted(Values values) {
    for (Manifest manifest : podMakers(values)) {
      JsonNode pod = manifest.podTemplate().get("spec");
      JsonNode context = pod.get("securityContext");
      assertThat(context.get("runAsNonRoot").asBoolean()).as("%s", manifest).isTrue();
      assertThat(context.get("runAsUser").asInt()).as("%s", manifest).isGreaterThan(0);
      assertThat(context.at("/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
      assertThat(pod.get("automountServiceAccountToken").asBoolean(true)).isFalse();
      assertThat(pod.get("enableServiceLinks").asBoolean(true)).isFalse();
      assertThat(pod.at("/hostNetwork").asBoolean()).isFalse();
      assertThat(pod.findValues("hostPath")).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void containersAreRestricted(Values values) {
    for (Manifest manifest : podMakers(values)) {
      manifest
          .containers()
          .map(container -> container.get("securityContext"))
          .forEach(
              context -> {
                assertThat(context.get("allowPrivilegeEscalation").asBoolean(true)).isFalse();
                assertThat(context.get("privileged").asBoolean(true)).isFalse();
                assertThat(context.get("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(context.at("/capabilities/drop")).hasToString("[\"ALL\"]");
              });
    }
  }

  @ParameterizedTest
  @EnumSource
  void containersSayWhatTheyNeed(Values values) {
    for (Manifest manifest : podMakers(values)) {
      manifest
          .containers()
          .map(container -> container.get("resources"))
          .forEach(
              resources -> {
                assertThat(resources.at("/limits/memory").isTextual()).isTrue();
                assertThat(resources.at("/requests/memory").isTextual()).isTrue();
                assertThat(resources.at("/requests/cpu").isTextual()).isTrue();
              });
    }
  }

  @ParameterizedTest
  @EnumSource
  void servicesAreProbedOnTheManagementPort(Values values) {
    List<Manifest> services =
        podMakers(values).stream().filter(manifest -> !manifest.kind().equals("Job")).toList();
    assertThat(services).hasSizeGreaterThanOrEqualTo(4);
    for (Manifest service : services) {
      JsonNode container = service.containers().findFirst().orElseThrow();
      assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
      assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/q/health/live");
      assertThat(container.at("/readinessProbe/httpGet/path").asText())
          .isEqualTo("/q/health/ready");
      for (String probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
        assertThat(container.get(probe).at("/httpGet/port").asText()).isEqualTo("management");
      }
    }
  }

  private static List<Manifest> podMakers(Values values) {
    return Chart.manifests(values).stream().filter(Manifest::makesPods).toList();
  }
}
