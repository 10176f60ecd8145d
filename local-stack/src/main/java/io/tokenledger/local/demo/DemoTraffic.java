package io.tokenledger.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.local.LedgerAccess;
import io.tokenledger.local.kafka.EventSender;
import io.tokenledger.local.process.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.List;

/** Fills the ledger with a platform to look at: people, ten weeks of history, live calls. */
public final class DemoTraffic {

  /**
   * Events of the history in each tenth of a second: counting them takes half a core or so, and
   * leaves the rest to who signs in meanwhile.
   */
  private static final int AT_ONCE = 200;

  private static final long PAUSE_MILLIS = 100;

  private final LedgerAccess access;
  private final Path historyFile;
  private final Progress progress;

  private DemoTraffic(LedgerAccess access, Path historyFile, Progress progress) {
    this.access = access;
    this.historyFile = historyFile;
    this.progress = progress;
  }

  /**
   * Puts the people into the directory, and goes on in the background until this JVM ends.
   *
   * @param historyFile remembers when the history ends, and whether all of it was sent
   */
  public static void start(LedgerAccess access, Path historyFile, Progress progress) {
    DemoTraffic traffic = new DemoTraffic(access, historyFile, progress);
    try {
      DemoPeople.put(access.database(), !traffic.isHistorySent());
    } catch (SQLException e) {
      progress.say("There is no demo: " + e.getMessage());
      return;
    }
    inBackground(traffic::run, "demo traffic");
  }

  private static void inBackground(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void callModels() {
    try {
      Path written = historyFile.resolveSibling(historyFile.getFileName() + ".chats");
      new DemoGateway(access, written).run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (EventSender sender = new EventSender(access.kafkaBootstrap())) {
      new FirstPage(access).ask();
      inBackground(this::callModels, "demo gateway");
      List<TraceCall> trace = TraceCall.trace();
      sendHistory(trace, sender);
      new LiveTraffic(trace).run(event -> sender.send(bytes(event)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException | RuntimeException e) {
      progress.say("The demo traffic has ended: " + e.getMessage());
    }
  }

  /** An interrupted first start sends the same events again, and they count once. */
  private void sendHistory(List<TraceCall> trace, EventSender sender)
      throws IOException, InterruptedException {
    if (isHistorySent()) {
      return;
    }
    Iterator<ObjectNode> events = new DemoHistory(trace).before(historyEnd()).iterator();
    while (events.hasNext()) {
      for (int i = 0; i < AT_ONCE && events.hasNext(); i++) {
        sender.send(bytes(events.next()));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    sender.flush();
    Files.writeString(sentFile(), sender.acknowledged() + "\n");
    progress.say(
        String.format("Demo: sent a history of %,d events; live ones follow.", sender.sent()));
  }

  private boolean isHistorySent() {
    return Files.exists(sentFile());
  }

  private Path sentFile() {
    return historyFile.resolveSibling(historyFile.getFileName() + ".sent");
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
