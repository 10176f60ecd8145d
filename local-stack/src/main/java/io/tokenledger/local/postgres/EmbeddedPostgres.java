package io.tokenledger.local.postgres;

import io.tokenledger.local.process.Signals;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL server with the ledger's database in it, run by this JVM and ended with it. */
public final class EmbeddedPostgres implements AutoCloseable {

  private static final Duration START_TIMEOUT = Duration.ofSeconds(60);
  private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
  private static final Duration POLL = Duration.ofMillis(50);

  private final PostgresSettings settings;
  private final Process process;

  private EmbeddedPostgres(PostgresSettings settings, Process process) {
    this.settings = settings;
    this.process = process;
  }

  /** Returns when the database is there and takes connections of every role. */
  public static EmbeddedPostgres start(PostgresSettings settings)
      throws IOException, InterruptedException, SQLException {
    PostgresCluster cluster = PostgresCluster.prepare(settings);
    Process process =
        new ProcessBuilder(cluster.command())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(settings.log().toFile()))
            .start();
    EmbeddedPostgres server = new EmbeddedPostgres(settings, process);
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    server.awaitAnswer();
    server.database().provision();
    return server;
  }

  public LedgerDatabase database() {
    return new LedgerDatabase(settings);
  }

  /** Of the ledger's database. */
  public String jdbcUrl() {
    return settings.jdbcUrl(PostgresSettings.DATABASE);
  }

  public int port() {
    return settings.port();
  }

  /** The postmaster's. */
  public long pid() {
    return process.pid();
  }

  /** A fast shutdown: open transactions are rolled back, what is committed is kept. */
  @Override
  public void close() {
    Signals.interrupt(process.toHandle());
    try {
      if (!process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    Instant deadline = Instant.now().plus(START_TIMEOUT);
    while (!database().answers()) {
      if (process.waitFor(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("PostgreSQL ended at once: " + Files.readString(settings.log()));
      }
      if (Instant.now().isAfter(deadline)) {
        process.destroyForcibly();
        throw new IOException("PostgreSQL did not answer within " + START_TIMEOUT + ".");
      }
    }
  }
}
