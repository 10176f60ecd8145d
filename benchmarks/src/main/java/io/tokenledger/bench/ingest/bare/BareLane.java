package io.tokenledger.bench.ingest.bare;

import java.io.IOException;
import java.sql.SQLException;

/** One thread's endless work on its partitions, a batch at a time. */
interface BareLane {

  /**
   * Polls once, and finishes what came.
   *
   * @return how many events have become part of the rollup
   */
  int step() throws IOException, SQLException;
}
