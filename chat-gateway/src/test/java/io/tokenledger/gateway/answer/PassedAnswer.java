package io.tokenledger.gateway.answer;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.tokenledger.events.provider.ProviderUsage;
import io.tokenledger.events.provider.tally.NormalizedUsage;
import io.tokenledger.events.provider.tally.Origin;
import io.tokenledger.gateway.request.Asked;
import io.tokenledger.gateway.request.Target;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * An answer that went through a tap.
 *
 * @param client what the client got, the end included
 */
record PassedAnswer(byte[] client, Reading reading) {

  static final Target CHAT = Target.of("POST", "/v1/chat/completions");
  static final Asked ASKED = Asked.of(CHAT, "{\"model\":\"m\"}".getBytes(StandardCharsets.UTF_8));

  static byte[] script(String file) {
    try (InputStream in = PassedAnswer.class.getResourceAsStream("/wire/" + file)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String contentType(String file) {
    if (file.endsWith(".sse")) {
      return "text/event-stream; charset=utf-8";
    }
    return file.endsWith(".ndjson") ? "application/x-ndjson" : "application/json";
  }

  static AnswerTap tap(String file) {
    return AnswerTaps.of(CHAT, ASKED, 200, contentType(file), null, false, UsageNote.NONE);
  }

  static AnswerTap hiding(UsageNote note) {
    return AnswerTaps.of(CHAT, ASKED, 200, "text/event-stream", null, true, note);
  }

  static PassedAnswer whole(AnswerTap tap, byte[] upstream) {
    return split(tap, upstream, upstream.length);
  }

  /** In two pieces. */
  static PassedAnswer split(AnswerTap tap, byte[] upstream, int at) {
    Buffer client = Buffer.buffer();
    Buffer came = Buffer.buffer(upstream);
    client.appendBuffer(tap.accept(came.getBuffer(0, at)));
    client.appendBuffer(tap.accept(came.getBuffer(at, upstream.length)));
    client.appendBuffer(tap.finish());
    return new PassedAnswer(client.getBytes(), tap.reading());
  }

  static PassedAnswer byteWise(AnswerTap tap, byte[] upstream) {
    Buffer client = Buffer.buffer();
    for (byte each : upstream) {
      client.appendBuffer(tap.accept(Buffer.buffer(new byte[] {each})));
    }
    client.appendBuffer(tap.finish());
    return new PassedAnswer(client.getBytes(), tap.reading());
  }

  String text() {
    return new String(client, StandardCharsets.UTF_8);
  }

  /** As the ledger will read it. */
  NormalizedUsage usage() {
    ArrayNode chunks = JsonNodeFactory.instance.arrayNode().addAll(reading.usageChunks());
    return ProviderUsage.of(Origin.of("", reading.model().orElse("")), chunks);
  }
}
