package io.tokenledger.acceptance.ledger;

import io.tokenledger.local.Component;
import io.tokenledger.local.Installation;
import io.tokenledger.local.LedgerAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of {@code docs/runbook.md}, taken from the document and done to a ledger. */
public final class Runbook {

  private static final Path DOCUMENT = Path.of("docs", "runbook.md");
  private static final Duration LONGEST_COMMAND = Duration.ofMinutes(2);

  /** A fence in a list is indented, and what it holds is so, too. */
  private static final Pattern BLOCK =
      Pattern.compile("^ *```(sh|sql)\\n(.*?)^ *```$", Pattern.MULTILINE | Pattern.DOTALL);

  private final LedgerAccess access;
  private final Path log;

  /**
   * @param log where the output of commands is appended
   */
  Runbook(LedgerAccess access, Path log) {
    this.access = access;
    this.log = log;
  }

  /**
   * Does every command of a section, in their order, as somebody who pastes them.
   *
   * @param title of its heading
   * @throws IllegalStateException when there is none, or one fails
   */
  public void follow(String title) throws InterruptedException {
    List<Command> commands = commandsOf(title);
    if (commands.isEmpty()) {
      throw new IllegalStateException(DOCUMENT + " has no commands under '" + title + "'");
    }
    for (Command command : commands) {
      if (command.language.equals("sql")) {
        ask(command.text);
      } else {
        run(command.text);
      }
    }
  }

  private record Command(String language, String text) {}

  private static List<Command> commandsOf(String title) {
    Matcher block = BLOCK.matcher(sectionOf(title));
    List<Command> commands = new ArrayList<>();
    while (block.find()) {
      commands.add(new Command(block.group(1), block.group(2)));
    }
    return commands;
  }

  /** Up to the next heading. */
  private static String sectionOf(String title) {
    try {
      String document = Files.readString(Installation.current().root().resolve(DOCUMENT));
      Matcher section =
          Pattern.compile(
                  "^#+ " + Pattern.quote(title) + "$(.*?)(?=^#+ |\\z)",
                  Pattern.MULTILINE | Pattern.DOTALL)
              .matcher(document);
      return section.find() ? section.group(1) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void ask(String sql) {
    try (Connection connection = access.database().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("The runbook's statement failed: " + sql, e);
    }
  }

  private void run(String command) throws InterruptedException {
    try {
      ProcessBuilder shell =
          new ProcessBuilder("bash", "-c", "set -euo pipefail\n" + command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      shell.environment().putAll(variables());
      Process process = shell.start();
      if (!process.waitFor(LONGEST_COMMAND.toSeconds(), TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IllegalStateException("The runbook's command does not end: " + command);
      }
      if (process.exitValue() != 0) {
        throw new IllegalStateException(
            "The runbook's command failed: %s%s".formatted(command, Files.readString(log)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As the document's first block sets them for the local stack. */
  private Map<String, String> variables() {
    return Map.of(
        "TOKEN",
        new Api(access).superadmin(),
        "INGEST",
        access.url(Component.USAGE_INGEST),
        "AGGREGATOR",
        access.url(Component.USAGE_AGGREGATOR),
        "MANAGEMENT",
        access.managementUrl(Component.USAGE_INGEST)
            + " "
            + access.managementUrl(Component.USAGE_AGGREGATOR));
  }
}
