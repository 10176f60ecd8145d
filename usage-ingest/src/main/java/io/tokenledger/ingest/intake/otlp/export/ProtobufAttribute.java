package io.tokenledger.ingest.intake.otlp.export;

import static io.tokenledger.ingest.intake.otlp.export.ProtobufFields.BYTES;
import static io.tokenledger.ingest.intake.otlp.export.ProtobufFields.FIXED64;
import static io.tokenledger.ingest.intake.otlp.export.ProtobufFields.VARINT;
import static io.tokenledger.ingest.intake.otlp.export.ProtobufFields.tag;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.google.protobuf.CodedInputStream;
import java.io.IOException;

/** Reads a {@code KeyValue} in protobuf: its value only where the name is one that is read. */
final class ProtobufAttribute {

  private static final int KEY = tag(1, BYTES);
  private static final int VALUE = tag(2, BYTES);

  private static final int STRING = tag(1, BYTES);
  private static final int BOOL = tag(2, VARINT);
  private static final int INT = tag(3, VARINT);
  private static final int DOUBLE = tag(4, FIXED64);

  private static final ProtobufFields NOTHING = new ProtobufFields(new byte[0], 0, 0);

  private String key = "";
  private ProtobufFields told = NOTHING;
  private JsonNode value;

  private ProtobufAttribute() {}

  static void read(ProtobufFields message, SpanAttributes into) throws IOException {
    ProtobufAttribute attribute = new ProtobufAttribute();
    message.read((tag, in) -> attribute.keyOrValue(tag, in, message));
    if (Names.areRead(attribute.key)) {
      attribute.told.read(attribute::scalar);
      if (attribute.value != null) {
        into.put(attribute.key, attribute.value);
      }
    }
  }

  private boolean keyOrValue(int tag, CodedInputStream in, ProtobufFields message)
      throws IOException {
    if (tag == KEY) {
      key = in.readStringRequireUtf8();
    } else if (tag == VALUE) {
      told = message.message(in);
    }
    return tag == KEY || tag == VALUE;
  }

  /** Lists and maps are none; what is read is never one. */
  private boolean scalar(int tag, CodedInputStream in) throws IOException {
    if (tag == STRING) {
      value = SpanAttributes.text(in.readStringRequireUtf8());
    } else if (tag == BOOL) {
      value = BooleanNode.valueOf(in.readBool());
    } else if (tag == INT) {
      value = SpanAttributes.whole(in.readInt64());
    } else if (tag == DOUBLE) {
      value = SpanAttributes.number(in.readDouble()).orElse(null);
    } else {
      return false;
    }
    return true;
  }
}
