package io.tokenledger.events;

/** Headers of a message on {@link Topics#DEAD_LETTERS}; the names are part of the contract. */
public final class DeadLetterHeaders {

  /** Machine code, such as {@code invalid_field}. */
  public static final String REASON = "dlq-reason";

  /** A sentence that names the field and what is allowed. */
  public static final String DETAIL = "dlq-detail";

  public static final String SOURCE_TOPIC = "dlq-source-topic";
  public static final String SOURCE_PARTITION = "dlq-source-partition";
  public static final String SOURCE_OFFSET = "dlq-source-offset";

  private DeadLetterHeaders() {}
}
