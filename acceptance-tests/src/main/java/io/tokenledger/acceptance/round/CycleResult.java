package io.tokenledger.acceptance.round;

import java.time.Duration;
import java.util.List;

/**
 * What one cycle showed.
 *
 * @param recovery from the end of the fault until every component was ready and events sent after
 *     it were in the rollups
 * @param exact whether the ledger agreed with the truth in the end
 */
public record CycleResult(
    int number, String kind, Duration recovery, boolean exact, List<String> violations) {}
