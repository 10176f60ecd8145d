package io.tokenledger.gateway.request;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;

/** Gathers the texts of a prompt, wherever they stand in it. */
final class BodyTexts {

  /** Fields whose texts are no prompt: names, ids, and files in base64. */
  private static final Set<String> NO_TEXTS =
      Set.of(
          "data",
          "url",
          "image_url",
          "images",
          "file_data",
          "file_id",
          "file_url",
          "fileUri",
          "id",
          "type",
          "role",
          "signature",
          "thoughtSignature",
          "encrypted_content",
          "call_id",
          "tool_call_id",
          "tool_use_id",
          "media_type",
          "mimeType",
          "mime_type",
          "format",
          "detail",
          "result");

  private final byte[] body;
  private final JsonText text = new JsonText();

  BodyTexts(byte[] body) {
    this.body = body;
  }

  long characters() {
    return text.characters();
  }

  TextSample sample() {
    return text.sample();
  }

  /** All texts of the value; the parser then stands at its end. */
  void gather(BodyValue value) throws IOException {
    int depth = 0;
    JsonToken token = value.token();
    while (token != null) {
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      } else if (token == JsonToken.VALUE_STRING && !NO_TEXTS.contains(value.name())) {
        int start = value.start();
        text.accept(body, start + 1, value.endOfString(start) - 1);
        text.endString();
      }
      if (depth == 0) {
        return;
      }
      token = value.next();
    }
  }
}
