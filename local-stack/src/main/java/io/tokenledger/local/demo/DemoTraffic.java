package io.tokenledger.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.kafka.EventSender;
import io.tokenledger.local.postgres.AccessDirectory;
import io.tokenledger.local.process.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Fills the ledger with a platform to look at: people, four weeks of history, live calls. */
public final class DemoTraffic {

  private final LedgerAccess access;
  private final Path historyFile;
  private final Progress progress;

  private DemoTraffic(LedgerAccess access, Path historyFile, Progress progress) {
    this.access = access;
    this.historyFile = historyFile;
    this.progress = progress;
  }

  /**
   * Runs in the background until this JVM ends.
   *
   * @param historyFile remembers when the history ends, and whether all of it was sent
   */
  public static void start(LedgerAccess access, Path historyFile, Progress progress) {
    Thread thread = new Thread(new DemoTraffic(access, historyFile, progress)::run, "demo traffic");
    thread.setDaemon(true);
    thread.start();
  }

  private void run() {
    try (EventSender sender = new EventSender(access.kafkaBootstrap())) {
      putPeople();
      List<TraceCall> trace = TraceCall.trace();
      sendHistory(trace, sender);
      new LiveTraffic(trace).run(event -> sender.send(bytes(event)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | SQLException | RuntimeException e) {
      progress.say("The demo traffic has ended: " + e.getMessage());
    }
  }

  private void putPeople() throws SQLException {
    try (AccessDirectory directory = new AccessDirectory(access.database())) {
      for (DemoOrg org : DemoPlatform.ORGS) {
        directory.putOrg(org.id(), org.name());
        for (DemoUser user : org.users()) {
          directory.putUser(user.id(), user.name(), user.email());
          directory.putMember(org.id(), user.id(), user.role());
        }
      }
    }
  }

  /** An interrupted first start sends the same events again, and they count once. */
  private void sendHistory(List<TraceCall> trace, EventSender sender) throws IOException {
    Path doneFile = historyFile.resolveSibling(historyFile.getFileName() + ".sent");
    if (Files.exists(doneFile)) {
      return;
    }
    new DemoHistory(trace).before(historyEnd()).forEach(event -> sender.send(bytes(event)));
    sender.flush();
    Files.writeString(doneFile, sender.acknowledged() + "\n");
    progress.say(
        String.format("Demo: sent a history of %,d calls; live ones follow.", sender.sent()));
  }

  private Instant historyEnd() throws IOException {
    if (!Files.exists(historyFile)) {
      Files.writeString(historyFile, Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
    }
    return Instant.parse(Files.readString(historyFile).strip());
  }

  private static byte[] bytes(ObjectNode event) {
    return event.toString().getBytes(StandardCharsets.UTF_8);
  }
}
