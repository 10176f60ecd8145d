package io.tokenledger.query.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.tokenledger.query.postgres.ScopedReads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The statements that are built, as they were reviewed: a change of one is read in the change's
 * review, and whoever wants to know what is sent to PostgreSQL need not run the code.
 */
public final class GoldenSql {

  private static final String RENEW = "golden.renew";

  private GoldenSql() {}

  /** Fails when the statement is not the kept one, or writes it where that is asked for. */
  public static void assertKept(String name, ScopedReads.Read read) {
    Path golden = Path.of("src/test/resources/sql", name + ".sql");
    String built = read.sql().strip() + ";\n" + parametersOf(read);
    try {
      if (Boolean.getBoolean(RENEW)) {
        Files.createDirectories(golden.getParent());
        Files.writeString(golden, built);
      }
      assertThat(built)
          .as(
              "%s is not what is built. Read the difference; if it is meant, renew the files:"
                  + " mvn test -pl usage-query -am -Dtest='*SqlTest,SumsStatementTest'"
                  + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=true",
              golden, RENEW)
          .isEqualTo(Files.exists(golden) ? Files.readString(golden) : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String parametersOf(ScopedReads.Read read) {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < read.parameters().size(); i++) {
      Object value = read.parameters().getValue(i);
      String text = value instanceof Object[] array ? Arrays.toString(array) : value.toString();
      lines.append("-- $%d %s\n".formatted(i + 1, text));
    }
    return lines.toString();
  }
}
