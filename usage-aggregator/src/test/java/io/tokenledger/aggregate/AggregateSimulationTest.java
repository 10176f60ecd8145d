package io.tokenledger.aggregate;

import io.tokenledger.service.testing.simulation.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AggregateSimulationTest {

  @Test
  void theRollupsAreTheSumOfWhatWasRecorded() {
    Seeds.assertAllPass(AggregateSimulation::run);
  }

  /** So that the simulation is known to notice. */
  @ParameterizedTest
  @EnumSource
  void aMissingGuaranteeIsNoticed(AggregateMutant mutant) {
    Seeds.assertCaught(1_000, mutant::run);
  }
}
