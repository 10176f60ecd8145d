package io.tokenledger.pricing;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All entries about one thing, the one that would win at the latest time first. */
final class EntryHistory<T extends BookEntry> {

  private static final Comparator<BookEntry> BY_PRECEDENCE =
      Comparator.comparing(BookEntry::effectiveFrom)
          .thenComparingLong(BookEntry::bookVersion)
          .thenComparing(BookEntry::id)
          .reversed();

  private final List<T> entries;

  EntryHistory(Collection<T> entries) {
    this.entries = entries.stream().sorted(BY_PRECEDENCE).toList();
  }

  /** Those that say no more included. */
  List<T> entries() {
    return entries;
  }

  /**
   * Of what was recorded up to {@code knownAt}, the entry with the greatest {@code effectiveFrom}
   * not after {@code at}; of several, the one recorded last. It may be one that says: no more.
   */
  Optional<T> at(Instant at, Instant knownAt) {
    for (T entry : entries) {
      if (!entry.effectiveFrom().isAfter(at) && !entry.recordedAt().isAfter(knownAt)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }
}
