package io.tokenledger.events;

/** Why an event was not accepted: the machine code in {@link DeadLetterHeaders#REASON}. */
public enum RejectionCode implements Coded {
  /** Larger than {@link UsageLimits#MAX_MESSAGE_BYTES}, or nested or written out beyond bounds. */
  TOO_LARGE,
  NOT_JSON,
  /** Packed by the producer itself, so that nobody knows how to unpack it. */
  COMPRESSED,
  /** Written by the serializer of a schema registry, with the number of a schema in front. */
  SCHEMA_FRAMED,
  /** JSON, but not an object. */
  NOT_AN_OBJECT,
  MISSING_FIELD,
  INVALID_FIELD,
  /** A CloudEvent of another type or version. */
  UNSUPPORTED_TYPE,
  /** {@code rawUsage} is of no shape we know. */
  UNKNOWN_USAGE_SHAPE,
  /** Occurred before the retention window: what its duplicates would be compared with is gone. */
  TOO_LATE,
  /** One call cannot cost more than {@link UsageLimits#MAX_COST_NANOS}. */
  COST_OUT_OF_RANGE,
  /** The org sent another event with the same id before. */
  CONFLICT,
  /** The database refused it although it is valid: a mistake of ours, to be mended and replayed. */
  UNSTORABLE,
  /** Valid, but every try to take it in failed: a mistake of ours, to be mended and replayed. */
  UNPROCESSABLE
}
