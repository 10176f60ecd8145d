package io.tokenledger.service.pricebook;

import io.tokenledger.pricing.PriceBook;
import io.tokenledger.pricing.json.BundledPriceList;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What is known of the price book. Times are those of {@link System#nanoTime}.
 *
 * @param book that events are priced with
 * @param etag of the book; empty when pricing-service gave none
 * @param isKnown whether pricing-service has given a book
 * @param isAway whether pricing-service did not answer when it was asked last
 * @param announced the highest number of a book that was announced
 * @param confirmedAt when pricing-service answered last
 * @param askedAt when it was asked last
 */
record PriceBookState(
    PriceBook book,
    String etag,
    boolean isKnown,
    boolean isAway,
    long announced,
    OptionalLong confirmedAt,
    OptionalLong askedAt) {

  static PriceBookState atStart() {
    return new PriceBookState(
        BundledPriceList.book(), "", false, false, 0, OptionalLong.empty(), OptionalLong.empty());
  }

  /** A number of another line says nothing about this one; the book is asked for all the same. */
  PriceBookState announced(String line, long version) {
    return isOfAnotherLine(line)
        ? this
        : new PriceBookState(
            book, etag, isKnown, isAway, Math.max(announced, version), confirmedAt, askedAt);
  }

  PriceBookState asked(long now) {
    return new PriceBookState(
        book, etag, isKnown, isAway, announced, confirmedAt, OptionalLong.of(now));
  }

  /**
   * Another line begins after a restore, at any number. A book of before of the same line is not
   * taken, and confirms nothing: it comes from a replica that is behind, or from a restored
   * database of which nobody said so.
   */
  PriceBookState answered(PriceBook taken, String takenEtag, long now) {
    boolean ofAnotherLine = isOfAnotherLine(taken.line());
    return isBehind(taken)
        ? this
        : new PriceBookState(
            taken,
            takenEtag,
            true,
            false,
            ofAnotherLine ? 0 : announced,
            OptionalLong.of(now),
            askedAt);
  }

  /** Whether {@code other} is of this line, and ends before this book. */
  boolean isBehind(PriceBook other) {
    return !isOfAnotherLine(other.line()) && other.version() < book.version();
  }

  /** Whoever tells no line is of a version of before. */
  private boolean isOfAnotherLine(String line) {
    return !line.isEmpty() && !book.line().isEmpty() && !line.equals(book.line());
  }

  /** The book is as it was. */
  PriceBookState confirmed(long now) {
    return new PriceBookState(book, etag, isKnown, false, announced, OptionalLong.of(now), askedAt);
  }

  PriceBookState unanswered() {
    return new PriceBookState(book, etag, isKnown, true, announced, confirmedAt, askedAt);
  }

  /** When a later book was announced than is here, and when it was not asked for so long. */
  boolean isDue(long now, Duration refresh) {
    return announced > book.version()
        || askedAt.isEmpty()
        || now - askedAt.getAsLong() >= refresh.toNanos();
  }

  /** NaN before the first answer. */
  double secondsSinceConfirmed(long now) {
    return confirmedAt.isPresent() ? (now - confirmedAt.getAsLong()) / 1e9 : Double.NaN;
  }
}
