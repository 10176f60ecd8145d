package io.tokenledger.query.tags;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.tokenledger.query.http.Told;
import io.tokenledger.query.log.LogLine;
import io.tokenledger.query.sums.http.Group;
import io.tokenledger.query.sums.http.Totals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code …/analytics/tags/{key}/{value}}.
 *
 * @param byPhase by category
 * @param byAgent by activity and model
 * @param logs the newest events
 */
public record TagAnswer(
    String key,
    String value,
    Totals totals,
    List<Group> byPhase,
    List<Agent> byAgent,
    List<LogLine> logs) {

  /**
   * What one agent did with one model.
   *
   * @param activity null for events without one
   * @param share of the cost of all of this value, 0 to 1
   */
  public record Agent(
      Optional<String> activity,
      String modelName,
      BigDecimal share,
      @JsonUnwrapped Totals totals) {}

  static TagAnswer of(String key, String value, TagUsage usage) {
    return new TagAnswer(
        key,
        value,
        Totals.of(usage.totals()),
        Group.of(usage.phases(), usage.totals()),
        usage.agents().stream()
            .map(
                agent ->
                    new Agent(
                        Told.of(agent.key().activity()),
                        agent.key().modelName(),
                        agent.sums().shareOf(usage.totals()),
                        Totals.of(agent.sums())))
            .toList(),
        usage.logs());
  }
}
