package io.tokenledger.local.cli;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenledger.local.StackException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class TapCommandTest {

  @Test
  void aTopicThatIsNoneOfOursIsSaidWithThoseThatAre() {
    assertRefused(
        "There is no topic usage.record in the ledger; there are usage.events, usage.recorded,"
            + " usage.events.dlq, pricing.changes, usage.alerts.",
        "usage.record");
  }

  @Test
  void whatMakesNoSenseIsSaid() {
    assertRefused("--max is at least 1.", "--max", "0");
    assertRefused(
        "Messages of pricing.changes are of no org: leave --org out.",
        "pricing.changes",
        "--org",
        "acme");
  }

  @Test
  void brokersThatDoNotAnswerAreSaid() {
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(command("--bootstrap", "127.0.0.1:nowhere")::call)
        .withMessageStartingWith("Kafka at 127.0.0.1:nowhere: ");
  }

  private static void assertRefused(String sentence, String... arguments) {
    assertThatExceptionOfType(StackException.class)
        .isThrownBy(command(arguments)::call)
        .withMessage(sentence);
  }

  private static TapCommand command(String... arguments) {
    return CommandLine.populateCommand(new TapCommand(), arguments);
  }
}
