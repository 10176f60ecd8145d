package io.tokenledger.acceptance.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tokenledger.acceptance.ledger.CrashPoint;
import io.tokenledger.acceptance.ledger.HoldPoint;
import io.tokenledger.acceptance.ledger.PricingProxy;
import io.tokenledger.local.Component;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {

  private static List<String> kinds(FaultPlan plan) {
    return Stream.concat(plan.ordinary().stream(), plan.fullDisks().stream())
        .map(Fault::kind)
        .toList();
  }

  @Test
  void aShortRoundHasEveryKind() {
    List<String> kinds = kinds(new FaultPlan(FaultPlan.DECK, 1, ""));
    assertThat(kinds).hasSize(FaultPlan.DECK);
    for (Component component : Component.values()) {
      assertThat(kinds).contains("kill -9 " + component.label());
    }
    for (CrashPoint point : CrashPoint.values()) {
      assertThat(kinds).anyMatch(kind -> kind.contains("death at " + point.label()));
    }
    for (PricingProxy.Mode mode : PricingProxy.Mode.values()) {
      boolean isTrouble = mode != PricingProxy.Mode.WELL;
      assertThat(kinds.contains("pricing-service " + mode.name().toLowerCase(Locale.ROOT)))
          .isEqualTo(isTrouble);
    }
    assertThat(kinds)
        .contains(
            "pg_terminate_backend of all services",
            "disk full under kafka",
            "disk full under postgres",
            "kafka put back to an earlier copy",
            "postgres put back to an earlier copy",
            "both put back to different moments, then the runbook",
            "partitions added during a rebuild")
        .anyMatch(kind -> kind.contains("second usage-ingest comes and goes"))
        .anyMatch(kind -> kind.contains("second usage-aggregator comes and goes"));
  }

  @Test
  void fourRoundsHaveEveryZombie() {
    List<String> kinds = kinds(new FaultPlan(4 * FaultPlan.DECK, 1, ""));
    for (HoldPoint point : HoldPoint.values()) {
      assertThat(kinds).anyMatch(kind -> kind.contains("zombie at " + point.label()));
    }
  }

  @Test
  void theSeedDecidesTheOrder() {
    assertThat(kinds(new FaultPlan(100, 7, ""))).isEqualTo(kinds(new FaultPlan(100, 7, "")));
    assertThat(kinds(new FaultPlan(100, 7, ""))).isNotEqualTo(kinds(new FaultPlan(100, 8, "")));
  }

  @Test
  void faultsOfTheSameComponentAreNotMixed() {
    for (Fault fault : new FaultPlan(1_000, 3, " + ").ordinary()) {
      Together pair = (Together) fault;
      assertThat(pair.first().hits()).doesNotContainAnyElementsOf(pair.second().hits());
    }
  }

  @Test
  void aKindThatIsNotThereIsTold() {
    assertThatThrownBy(() -> new FaultPlan(1, 1, "earthquake"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("earthquake");
  }
}
