package io.tokenledger.acceptance.fuzz;

import io.tokenledger.acceptance.fuzz.messages.MessageAccount;
import io.tokenledger.local.Component;
import java.util.List;
import java.util.Map;

/**
 * The figures of a round.
 *
 * @param statuses how often each was answered, by service; 0 stands for a closed connection
 * @param outcomes what became of the messages
 * @param goodEvents of other orgs, in between
 * @param violations what must not be
 */
public record FuzzReport(
    long seed,
    long seconds,
    int requests,
    Map<Component, Map<Integer, Integer>> statuses,
    int messages,
    MessageAccount.Result outcomes,
    long goodEvents,
    List<String> violations) {

  /** As a person reads it. */
  public String table() {
    StringBuilder table = new StringBuilder();
    row(table, "seed", seed);
    row(table, "seconds", seconds);
    row(table, "hostile requests", requests);
    statuses.forEach((service, counts) -> row(table, "  answers of " + service.label(), counts));
    row(table, "hostile messages", messages);
    row(table, "  refused by Kafka", outcomes.refused());
    row(table, "  rows", outcomes.rows());
    row(table, "  copies", outcomes.copies());
    row(table, "  dead letters", outcomes.letters());
    row(table, "events of others, all counted", goodEvents);
    row(table, "violations", violations.size());
    violations.forEach(each -> table.append(each).append(System.lineSeparator()));
    return table.toString();
  }

  private static void row(StringBuilder table, String what, Object value) {
    table.append("%-34s %s%n".formatted(what, value));
  }
}
