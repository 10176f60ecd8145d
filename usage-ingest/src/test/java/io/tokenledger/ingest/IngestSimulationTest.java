package io.tokenledger.ingest;

import io.tokenledger.service.testing.simulation.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IngestSimulationTest {

  @Test
  void nothingIsLostAndNothingCountsTwice() {
    Seeds.assertAllPass(IngestSimulation::run);
  }

  /** So that the simulation is known to notice. */
  @ParameterizedTest
  @EnumSource
  void aMissingGuaranteeIsNoticed(IngestMutant mutant) {
    Seeds.assertCaught(10_000, mutant::run);
  }
}
