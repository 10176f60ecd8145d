package io.tokenledger.bench.ingest;

import io.tokenledger.bench.BenchStack;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;

/** The physical limit: how fast PostgreSQL takes the same rows, into the same indexes, by COPY. */
final class CopyRate {

  private CopyRate() {}

  static long rowsPerSecond(BenchStack stack) throws SQLException, IOException {
    Path rows = Files.createTempFile("tokenledger-bench", ".copy");
    try (Connection connection = stack.connect();
        Statement statement = connection.createStatement()) {
      PGConnection postgres = connection.unwrap(PGConnection.class);
      try (OutputStream out = Files.newOutputStream(rows)) {
        postgres
            .getCopyAPI()
            .copyOut("COPY (SELECT * FROM raw.usage_event) TO STDOUT (FORMAT binary)", out);
      }
      statement.execute("CREATE TABLE raw.copied_event (LIKE raw.usage_event INCLUDING ALL)");
      statement.execute("CHECKPOINT");
      long started = System.nanoTime();
      long copied;
      try (InputStream in = Files.newInputStream(rows)) {
        copied =
            postgres.getCopyAPI().copyIn("COPY raw.copied_event FROM STDIN (FORMAT binary)", in);
      }
      return copied * 1_000_000_000L / (System.nanoTime() - started);
    } finally {
      Files.deleteIfExists(rows);
    }
  }
}
