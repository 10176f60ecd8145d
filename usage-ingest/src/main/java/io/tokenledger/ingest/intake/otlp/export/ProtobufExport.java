package io.tokenledger.ingest.intake.otlp.export;

import static io.tokenledger.ingest.intake.otlp.export.ProtobufFields.BYTES;
import static io.tokenledger.ingest.intake.otlp.export.ProtobufFields.FIXED64;
import static io.tokenledger.ingest.intake.otlp.export.ProtobufFields.VARINT;
import static io.tokenledger.ingest.intake.otlp.export.ProtobufFields.tag;

import com.google.protobuf.CodedInputStream;
import io.tokenledger.ingest.intake.otlp.export.ExportedSpan.Scope;
import java.io.IOException;
import java.util.HexFormat;

/**
 * Reads an export in protobuf.
 *
 * @see <a href="https://github.com/open-telemetry/opentelemetry-proto">opentelemetry-proto</a>, of
 *     which the numbers of the fields are; a test compares them
 */
public final class ProtobufExport {

  private static final int RESOURCE_SPANS = tag(1, BYTES);
  private static final int SCOPE_SPANS = tag(2, BYTES);

  private static final int SCOPE = tag(1, BYTES);
  private static final int SPAN = tag(2, BYTES);
  private static final int SCOPE_NAME = tag(1, BYTES);
  private static final int SCOPE_VERSION = tag(2, BYTES);

  private static final int TRACE_ID = tag(1, BYTES);
  private static final int SPAN_ID = tag(2, BYTES);
  private static final int PARENT_SPAN_ID = tag(4, BYTES);
  private static final int NAME = tag(5, BYTES);
  private static final int KIND = tag(6, VARINT);
  private static final int START = tag(7, FIXED64);
  private static final int END = tag(8, FIXED64);
  private static final int ATTRIBUTE = tag(9, BYTES);
  private static final int EVENT = tag(11, BYTES);
  private static final int STATUS = tag(15, BYTES);

  private static final int EVENT_TIME = tag(1, FIXED64);
  private static final int EVENT_NAME = tag(2, BYTES);
  private static final int STATUS_MESSAGE = tag(2, BYTES);
  private static final int STATUS_CODE = tag(3, VARINT);

  /** Of an id; a longer one is none. */
  private static final int MAX_ID_BYTES = 32;

  private static final int MAX_TEXT = 2_000;

  private final TraceExport export = new TraceExport();

  private ProtobufExport() {}

  /**
   * @throws InvalidExportException when it is no export, or too large a one
   */
  public static TraceExport read(byte[] body) {
    ProtobufExport reader = new ProtobufExport();
    try {
      ProtobufFields request = ProtobufFields.of(body);
      request.read((tag, in) -> tag == RESOURCE_SPANS && reader.resourceSpans(request.message(in)));
    } catch (IOException e) {
      throw InvalidExportException.malformed(
          "The body is no ExportTraceServiceRequest in protobuf.");
    }
    return reader.export;
  }

  private boolean resourceSpans(ProtobufFields message) throws IOException {
    message.read((tag, in) -> tag == SCOPE_SPANS && scopeSpans(message.message(in)));
    return true;
  }

  private boolean scopeSpans(ProtobufFields message) throws IOException {
    Scope[] scope = {Scope.UNKNOWN};
    message.read(
        (tag, in) -> {
          if (tag == SCOPE) {
            scope[0] = scope(message.message(in));
          } else if (tag == SPAN) {
            export.add(span(message.message(in)));
          }
          return tag == SCOPE || tag == SPAN;
        });
    export.endScope(scope[0]);
    return true;
  }

  private static Scope scope(ProtobufFields message) throws IOException {
    String[] texts = {"", ""};
    message.read(
        (tag, in) -> {
          if (tag == SCOPE_NAME) {
            texts[0] = text(in);
          } else if (tag == SCOPE_VERSION) {
            texts[1] = text(in);
          }
          return tag == SCOPE_NAME || tag == SCOPE_VERSION;
        });
    return new Scope(texts[0], texts[1]);
  }

  private static SpanParts span(ProtobufFields message) throws IOException {
    SpanParts span = new SpanParts();
    message.read((tag, in) -> value(tag, in, span) || nested(tag, in, message, span));
    return span;
  }

  private static boolean value(int tag, CodedInputStream in, SpanParts span) throws IOException {
    if (tag == TRACE_ID) {
      span.traceId = hex(in);
    } else if (tag == SPAN_ID) {
      span.spanId = hex(in);
    } else if (tag == PARENT_SPAN_ID) {
      span.parentSpanId = hex(in);
    } else if (tag == NAME) {
      span.name = text(in);
    } else if (tag == KIND) {
      span.kind = in.readEnum();
    } else if (tag == START) {
      span.startNanos = in.readFixed64();
    } else if (tag == END) {
      span.endNanos = in.readFixed64();
    } else {
      return false;
    }
    return true;
  }

  private static boolean nested(
      int tag, CodedInputStream in, ProtobufFields message, SpanParts span) throws IOException {
    if (tag == ATTRIBUTE) {
      ProtobufAttribute.read(message.message(in), span.attributes);
    } else if (tag == EVENT) {
      event(message.message(in), span);
    } else if (tag == STATUS) {
      status(message.message(in), span);
    } else {
      return false;
    }
    return true;
  }

  private static void event(ProtobufFields message, SpanParts span) throws IOException {
    String[] name = {""};
    long[] nanos = {0};
    message.read(
        (tag, in) -> {
          if (tag == EVENT_NAME) {
            name[0] = text(in);
          } else if (tag == EVENT_TIME) {
            nanos[0] = in.readFixed64();
          }
          return tag == EVENT_NAME || tag == EVENT_TIME;
        });
    span.event(name[0], nanos[0]);
  }

  private static void status(ProtobufFields message, SpanParts span) throws IOException {
    message.read(
        (tag, in) -> {
          if (tag == STATUS_MESSAGE) {
            span.statusMessage = text(in);
          } else if (tag == STATUS_CODE) {
            span.statusCode = in.readEnum();
          }
          return tag == STATUS_MESSAGE || tag == STATUS_CODE;
        });
  }

  private static String hex(CodedInputStream in) throws IOException {
    byte[] id = in.readByteArray();
    return HexFormat.of().formatHex(id, 0, Math.min(id.length, MAX_ID_BYTES));
  }

  private static String text(CodedInputStream in) throws IOException {
    return SpanAttributes.cut(in.readStringRequireUtf8(), MAX_TEXT);
  }
}
