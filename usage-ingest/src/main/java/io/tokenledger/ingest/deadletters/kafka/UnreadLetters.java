package io.tokenledger.ingest.deadletters.kafka;

import io.tokenledger.ingest.deadletters.LetterCursor;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a scan has not yet looked at in one partition. */
final class UnreadLetters {

  private final long end;
  private final Deque<ConsumerRecord<byte[], byte[]>> fetched = new ArrayDeque<>();
  private long next;

  /**
   * @param end exclusive
   */
  UnreadLetters(long next, long end) {
    this.next = next;
    this.end = end;
  }

  void add(ConsumerRecord<byte[], byte[]> letter) {
    if (letter.offset() < end) {
      fetched.add(letter);
    }
  }

  boolean hasFetched() {
    return !fetched.isEmpty();
  }

  ConsumerRecord<byte[], byte[]> head() {
    return fetched.element();
  }

  ConsumerRecord<byte[], byte[]> take() {
    next = fetched.element().offset() + 1;
    return fetched.remove();
  }

  /** Passes what is not a letter: the marks of transactions. */
  void passTo(long position) {
    if (fetched.isEmpty()) {
      next = Math.max(next, position);
    }
  }

  boolean isRead() {
    return next >= end;
  }

  LetterCursor.Range rest() {
    return new LetterCursor.Range(next, end);
  }
}
