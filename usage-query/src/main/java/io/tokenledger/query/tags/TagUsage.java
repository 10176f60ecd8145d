package io.tokenledger.query.tags;

import io.tokenledger.query.log.LogLine;
import io.tokenledger.query.sums.Keyed;
import io.tokenledger.query.sums.UsageSums;
import java.util.List;

/**
 * What one value of a tag stands for: a story, an experiment, the loop of an agent.
 *
 * @param phases by category, by cost, the highest first; the empty category is of events without
 * @param agents by activity and model, by cost, the highest first
 * @param logs the newest events
 */
public record TagUsage(
    UsageSums totals, List<Keyed<String>> phases, List<Keyed<Agent>> agents, List<LogLine> logs) {

  /** One agent with one model. */
  public record Agent(String activity, String modelName) {}
}
