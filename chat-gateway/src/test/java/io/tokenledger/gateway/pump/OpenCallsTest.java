package io.tokenledger.gateway.pump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.spi.Converter;
import org.junit.jupiter.api.Test;

/** What one org takes is never all that there is. */
class OpenCallsTest {

  private static final String GATEWAY = "tokenledger.gateway.";

  private final OpenCalls calls =
      new OpenCalls(
          config(
              Map.of(
                  GATEWAY + "max-open", "4",
                  GATEWAY + "max-open-per-org", "2",
                  GATEWAY + "max-buffered-bytes", "100",
                  GATEWAY + "max-drains", "4")));

  private static PumpConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withConverters(new Converter<?>[] {new DurationConverter()})
        .withMapping(PumpConfig.class)
        .withDefaultValues(values)
        .build()
        .getConfigMapping(PumpConfig.class);
  }

  @Test
  void anOrgHasSoManyCalls() {
    calls.open("a");
    OpenCall second = calls.open("a");
    assertStatus(429, () -> calls.open("a"));
    second.close();
    calls.open("a");
    calls.open("b");
    calls.open("b");
    assertStatus(503, () -> calls.open("c"));
    assertThat(calls.count()).isEqualTo(4);
  }

  @Test
  void anOrgHoldsHalfOfTheBytes() {
    OpenCall ofA = calls.open("a");
    ofA.hold(50);
    assertStatus(503, () -> calls.open("a").hold(1));
    OpenCall ofB = calls.open("b");
    ofB.hold(50);
    assertStatus(503, () -> ofB.hold(1));
    ofA.letGo();
    assertThat(calls.heldBytes()).isEqualTo(50);
  }

  /** Else an org that leaves call after call has those of others broken off, and not counted. */
  @Test
  void anOrgHasHalfOfTheDrains() {
    List<OpenCall> ofA =
        IntStream.range(0, 2).mapToObj(i -> calls.open("a")).filter(OpenCall::startDrain).toList();
    assertThat(ofA).hasSize(2);
    OpenCall ofB = calls.open("b");
    assertThat(ofA.get(0).startDrain()).isFalse();
    assertThat(ofB.startDrain()).isTrue();
    assertThat(ofB.startDrain()).isTrue();
    assertThat(calls.draining()).isEqualTo(4);
    ofA.forEach(OpenCall::endDrain);
    assertThat(ofB.startDrain()).isFalse();
    assertThat(ofA.get(0).startDrain()).isTrue();
    assertThat(calls.draining()).isEqualTo(3);
  }

  private static void assertStatus(int status, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            CallRefusedException.class,
            refused -> assertThat(refused.refusal().status()).isEqualTo(status));
  }
}
