package io.tokenledger.prices.postgres;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The numbers of the book, which prices, aliases and factors share. For use inside a session.
 *
 * <p>Who writes holds the lock until its commit: numbers become visible in their order, and who
 * sees one can see all below it. The time is the server's, so that it rises with the numbers,
 * whichever replica writes.
 */
@ApplicationScoped
public class BookNumbers {

  /** Any number that no other part of the database locks. */
  private static final long WRITER_LOCK = 0x70726963_65626f6fL;

  private static final String LOCK =
      "SELECT 1::bigint FROM pg_advisory_xact_lock(" + WRITER_LOCK + ")";

  private static final String LAST =
      """
      SELECT greatest(0, (SELECT max(book_version) FROM pricing.price_version),
                         (SELECT max(book_version) FROM pricing.model_alias),
                         (SELECT max(book_version) FROM pricing.price_factor))""";

  private static final String LINE = "SELECT line::text FROM pricing.book_line";

  /** Whoever comes second finds another line, and leaves it. */
  private static final String BEGIN_LINE =
      "SELECT pricing.begin_book_line()::text FROM pricing.book_line WHERE line::text = :line";

  private static final String MICROS =
      "SELECT (extract(epoch FROM clock_timestamp()) * 1e6)::bigint";

  /** What the next entry is recorded under. */
  public record Next(long bookVersion, Instant recordedAt) {

    public Next after(int entries) {
      return new Next(bookVersion + entries, recordedAt);
    }
  }

  /** Waits for other writers; the lock ends with the transaction, after its commit. */
  public Uni<Next> lockForWriting() {
    return number(LOCK)
        .chain(this::last)
        .chain(last -> number(MICROS).map(micros -> new Next(last + 1, instant(micros))));
  }

  Uni<String> line() {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(LINE, String.class).getSingleResult());
  }

  /** Takes the place of {@code line}, unless another one has. Waits for who writes. */
  Uni<Void> beginLineAfter(String line) {
    return lockForWriting()
        .chain(Panache::getSession)
        .chain(
            session ->
                session
                    .createNativeQuery(BEGIN_LINE, String.class)
                    .setParameter("line", line)
                    .getSingleResultOrNull())
        .replaceWithVoid();
  }

  Uni<Long> last() {
    return number(LAST);
  }

  private static Uni<Long> number(String sql) {
    return Panache.getSession()
        .chain(session -> session.createNativeQuery(sql, Long.class).getSingleResult());
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
