package io.tokenledger.gateway.request;

/** What a request says of {@code stream_options.include_usage}. */
public enum IncludeUsage {
  /** There are no {@code stream_options}, or they are null. */
  ABSENT,
  /** There are {@code stream_options}, without {@code include_usage} or with null. */
  NOT_SAID,
  FALSE,
  TRUE,
  /** It is no boolean, or its options no object: the upstream is to refuse it. */
  INVALID
}
