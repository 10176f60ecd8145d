package io.tokenledger.events.recorded;

/**
 * How a message of {@code usage.recorded} may be written; {@link RecordedUsageCodec} reads both.
 */
public enum RecordedFormat {
  /** {@code schema/usage-recorded.proto}. */
  PROTOBUF {
    @Override
    public byte[] encode(Recorded recorded) {
      return RecordedProtobufWriter.write(recorded);
    }
  },
  /** What readers before Protobuf understand, and people. */
  JSON {
    @Override
    public byte[] encode(Recorded recorded) {
      return RecordedJsonWriter.write(recorded);
    }
  };

  public abstract byte[] encode(Recorded recorded);
}
