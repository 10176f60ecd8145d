package io.tokenledger.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void followFromTheBaseAsTheContractSays() {
    Ports ports = new Ports(8080);
    assertThat(ports.of(Component.USAGE_QUERY)).isEqualTo(8080);
    assertThat(ports.of(Component.USAGE_INGEST)).isEqualTo(8081);
    assertThat(ports.of(Component.PRICING_SERVICE)).isEqualTo(8082);
    assertThat(ports.of(Component.USAGE_AGGREGATOR)).isEqualTo(8083);
    assertThat(ports.of(Component.CHAT_GATEWAY)).isEqualTo(8084);
    assertThat(ports.of(Component.KAFKA)).isEqualTo(9092);
    assertThat(ports.of(Component.POSTGRES)).isEqualTo(9093);
    assertThat(ports.managementOf(Component.USAGE_QUERY)).isEqualTo(8180);
    assertThat(ports.managementOf(Component.USAGE_AGGREGATOR)).isEqualTo(8183);
    assertThat(ports.managementOf(Component.CHAT_GATEWAY)).isEqualTo(8184);
  }

  /** Kafka is asked for first, so that no other port can be in the way. */
  @Test
  void aPortInUseIsNamedWithItsComponent() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = new Ports(other.getLocalPort() - Component.KAFKA.port(0));
      assertThatThrownBy(ports::requireFree)
          .isInstanceOf(StackException.class)
          .hasMessageContaining("Port " + other.getLocalPort() + " (kafka)");
    }
  }

  @Test
  void aBaseWithoutRoomForTheOthersIsRefused() {
    assertThatThrownBy(() -> new Ports(65_000)).hasMessageContaining("--port-base");
    assertThatThrownBy(() -> new Ports(80)).hasMessageContaining("--port-base");
  }
}
