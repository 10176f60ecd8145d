package io.tokenledger.events;

/** Headers of a message on {@link Topics#DEAD_LETTERS}; the names are part of the contract. */
public final class DeadLetterHeaders {

  /** What the names of all of them begin with. */
  public static final String PREFIX = "dlq-";

  /** Machine code, such as {@code invalid_field}. */
  public static final String REASON = "dlq-reason";

  /** A sentence that names the field and what is allowed. */
  public static final String DETAIL = "dlq-detail";

  public static final String SOURCE_TOPIC = "dlq-source-topic";
  public static final String SOURCE_PARTITION = "dlq-source-partition";
  public static final String SOURCE_OFFSET = "dlq-source-offset";

  /**
   * When the message was sent first, in RFC 3339. A replayed message carries it on, so that an
   * event without {@code occurredAt} counts at that time and not at the time of its replay.
   */
  public static final String SOURCE_TIMESTAMP = "dlq-source-timestamp";

  /** On a replayed message, and on its dead letter if it is refused again: the letter before. */
  public static final String REPLAYED_FROM = "dlq-replayed-from";

  /** The size of the message in bytes, where only its beginning is kept. */
  public static final String CUT_FROM_BYTES = "dlq-cut-from-bytes";

  /** {@code true} where the message's own headers were too large to be kept. */
  public static final String HEADERS_DROPPED = "dlq-headers-dropped";

  private DeadLetterHeaders() {}
}
