package io.tokenledger.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tokenledger.local.StackException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;

/** Dry runs and checks, which need no Kafka. */
@ResourceLock(Resources.SYSTEM_OUT)
class ImportCommandTest {

  private static final String RESOURCES = "src/test/resources/past-usage/";

  @TempDir Path folder;

  private String printed;

  @Test
  void aDryRunSaysWhatWouldBeSent() throws Exception {
    int code =
        run(
            new ImportCommand(),
            "--dry-run",
            "--format=openai-batch",
            "--org=acme",
            "--batch=" + RESOURCES + "openai-batch.json",
            RESOURCES + "openai-batch-output.jsonl");
    assertThat(code).isZero();
    assertThat(printed)
        .contains("7 lines, 4 events to send; nothing was sent (dry run).")
        .contains("2 not counted: the request failed or was not done: it is not billed.")
        .contains("The batch says the same: 4,050 input and 458 output tokens.");
  }

  @Test
  void aBatchWithoutOneOfItsFilesIsSaid() throws Exception {
    Path half = folder.resolve("output.jsonl");
    Files.write(
        half, List.of(Files.readAllLines(Path.of(RESOURCES + "openai-batch-output.jsonl")).get(0)));
    run(
        new ImportCommand(),
        "--dry-run",
        "--format=openai-batch",
        "--org=acme",
        "--batch=" + RESOURCES + "openai-batch.json",
        half.toString());
    assertThat(printed)
        .contains(
            "The batch says 4,050 input and 458 output tokens, its lines 4,020 and 4: are all of"
                + " its files here?");
  }

  @Test
  void refusedLinesAreInAFileAndInTheExitCode() throws Exception {
    Path errors = folder.resolve("errors.ndjson");
    int code =
        run(
            new ImportCommand(),
            "--dry-run",
            "--format=csv",
            "--errors=" + errors,
            RESOURCES + "wrong.csv");
    assertThat(code).isEqualTo(3);
    assertThat(printed)
        .contains("6 refused {invalid_field=3, missing_field=1, not_csv=2}: line by line in");
    assertThat(Files.readAllLines(errors)).hasSize(6);
    assertThat(Files.readString(errors)).doesNotContain("acme corp", "yesterday", "1,000");

    run(new ImportCommand(), "--dry-run", "--format=csv", "--errors=" + errors, usage());
    assertThat(errors).as("of an earlier import").doesNotExist();
  }

  @Test
  void oneFileOfErrorsIsOfAllFiles() throws Exception {
    Path errors = folder.resolve("errors.ndjson");
    String wrong = RESOURCES + "wrong.csv";
    run(
        new ImportCommand(),
        "--dry-run",
        "--format=csv",
        "--errors=" + errors,
        wrong,
        usage(),
        wrong);
    assertThat(Files.readAllLines(errors)).hasSize(12);
  }

  @Test
  void whatMakesNoSenseIsSaid() {
    assertRefused(
        "--errors names src/test/resources/past-usage/usage.csv, which is to be imported.",
        "--format=csv",
        "--errors=" + usage());
    assertRefused(
        "There is no format xls; there are csv, ndjson, openai-batch, anthropic-batch,"
            + " litellm-spend-logs.",
        "--format=xls");
    assertRefused(
        "--zone is a time zone such as Europe/Berlin, not Berlin.",
        "--format=csv",
        "--zone=Berlin");
    assertRefused(
        "--delimiter is one character of ASCII, or tab.", "--format=csv", "--delimiter=;;");
    assertRefused("--retention-days is from 1 to 7300.", "--format=csv", "--retention-days=0");
  }

  @Test
  void checkedEventsThatWouldBeRefusedAreInTheExitCode() throws Exception {
    String kit = "../docs/conformance/events.ndjson";
    assertThat(run(new CheckEventsCommand(), "--json", kit)).isEqualTo(3);
    assertThat(printed.lines()).hasSize(35).allMatch(line -> line.startsWith("{\"line\":"));
    assertThat(run(new CheckEventsCommand(), RESOURCES + "usage.ndjson")).isEqualTo(3);
    assertThat(printed).contains("line 2: refused, missing_field: eventId is required");
  }

  private void assertRefused(String sentence, String... arguments) {
    ImportCommand command = CommandLine.populateCommand(new ImportCommand(), with(arguments));
    assertThatExceptionOfType(StackException.class).isThrownBy(command::call).withMessage(sentence);
  }

  private static String[] with(String... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of("--dry-run", usage()))
        .toArray(String[]::new);
  }

  private static String usage() {
    return RESOURCES + "usage.csv";
  }

  private int run(Callable<Integer> command, String... arguments) throws Exception {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      return CommandLine.populateCommand(command, arguments).call();
    } finally {
      System.setOut(before);
      printed = out.toString(StandardCharsets.UTF_8);
    }
  }
}
