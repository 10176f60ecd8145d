package io.tokenledger.ingest.intake.otlp.http;

import com.google.protobuf.CodedOutputStream;
import io.tokenledger.ingest.intake.otlp.CountedSpans;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Answers in protobuf; the numbers of the fields are those of the protocol. */
final class ProtobufAnswer {

  private static final int PARTIAL_SUCCESS = 1;
  private static final int REJECTED_SPANS = 1;
  private static final int ERROR_MESSAGE = 2;
  private static final int STATUS_CODE = 1;
  private static final int STATUS_MESSAGE = 2;

  private ProtobufAnswer() {}

  /** Writes the fields of a message. */
  @FunctionalInterface
  private interface Fields {
    void write(CodedOutputStream out) throws IOException;
  }

  static byte[] of(CountedSpans spans) {
    if (spans.rejected() == 0) {
      return new byte[0];
    }
    byte[] partialSuccess =
        message(
            out -> {
              out.writeInt64(REJECTED_SPANS, spans.rejected());
              out.writeString(ERROR_MESSAGE, spans.reasons());
            });
    return message(out -> out.writeByteArray(PARTIAL_SUCCESS, partialSuccess));
  }

  static byte[] status(int code, String message) {
    return message(
        out -> {
          out.writeInt32(STATUS_CODE, code);
          out.writeString(STATUS_MESSAGE, message);
        });
  }

  private static byte[] message(Fields fields) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(bytes);
      fields.write(out);
      out.flush();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail.
    }
  }
}
