package io.tokenledger.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.deploy.Chart.Values;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each object is one that the API server takes: no unknown field, no missing one, no wrong type.
 */
class ManifestSchemaTest {

  @ParameterizedTest
  @EnumSource
  void everyObjectIsOfItsKind(Values values) {
    List<Manifest> manifests = Chart.manifests(values);

    assertThat(manifests).hasSizeGreaterThan(14);
    manifests.forEach(KubernetesSchema::validate);
  }

  @ParameterizedTest
  @EnumSource
  void noObjectIsThereTwice(Values values) {
    assertThat(Chart.manifests(values)).extracting(Manifest::toString).doesNotHaveDuplicates();
  }

  @Test
  void aMisspeltFieldDeepInsideIsFound() {
    Manifest deployment = any("Deployment");
    ((ObjectNode) deployment.containers().findFirst().orElseThrow())
        .put("imagePullPolice", "Never");

    assertThatThrownBy(() -> KubernetesSchema.validate(deployment))
        .hasMessageContaining("imagePullPolice");
  }

  @Test
  void aMisspeltFieldOfAnExtensionIsFound() {
    Manifest monitor = any("ServiceMonitor");
    ((ObjectNode) monitor.json().at("/spec/endpoints/0")).put("intervall", "1s");

    assertThatThrownBy(() -> KubernetesSchema.validate(monitor)).hasMessageContaining("intervall");
  }

  private static Manifest any(String kind) {
    return Chart.manifests(Values.PRODUCTION).stream()
        .filter(manifest -> manifest.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
