package io.tokenledger.ingest.intake.otlp.export;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.WireFormat;
import java.io.IOException;

/**
 * One message of protobuf within a body, of which only what is asked for is read. What generated
 * classes make of a body takes up to a hundred times its size in memory, before anything could be
 * bounded: two bytes are a span.
 */
record ProtobufFields(byte[] body, int from, int length) {

  static final int VARINT = WireFormat.WIRETYPE_VARINT;
  static final int FIXED64 = WireFormat.WIRETYPE_FIXED64;
  static final int BYTES = WireFormat.WIRETYPE_LENGTH_DELIMITED;

  /** Reads the fields it knows. */
  @FunctionalInterface
  interface Reader {
    /**
     * @param tag the field's number and wire type, as {@link #tag} makes it
     * @param in stands before the value
     * @return false when the field is unknown and nothing of it was read
     */
    boolean read(int tag, CodedInputStream in) throws IOException;
  }

  static ProtobufFields of(byte[] body) {
    return new ProtobufFields(body, 0, body.length);
  }

  /** Of another wire type a field is another one, and unknown, as in every reader of protobuf. */
  static int tag(int number, int wireType) {
    return number << 3 | wireType;
  }

  /**
   * @throws IOException when it is no message
   */
  void read(Reader fields) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(body, from, length);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (!fields.read(tag, in) && !in.skipField(tag)) {
        throw new InvalidProtocolBufferException("a group ends that did not begin");
      }
    }
  }

  /** The message that is the value of the field before which {@code in} stands, and passes it. */
  ProtobufFields message(CodedInputStream in) throws IOException {
    int size = in.readRawVarint32();
    int start = from + in.getTotalBytesRead();
    in.skipRawBytes(size);
    return new ProtobufFields(body, start, size);
  }
}
