package io.tokenledger.gateway.chat.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tokenledger.gateway.chat.ChatEvent;
import io.tokenledger.gateway.chat.Message;
import io.tokenledger.service.http.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Server-sent events, as the HTML standard has them. */
@ApplicationScoped
class AnswerEvents {

  private static final byte[] SILENT = ": keep-alive\n\n".getBytes(StandardCharsets.UTF_8);

  private final ObjectMapper json;

  AnswerEvents(ObjectMapper json) {
    this.json = json;
  }

  byte[] toBytes(ChatEvent event) {
    if (event instanceof ChatEvent.Started started) {
      ObjectNode data = json.createObjectNode();
      started.question().ifPresent(question -> data.set("userMessage", message(question)));
      data.set("message", message(started.answer()));
      data.put("eventId", started.answer().eventId().orElse(null));
      return event("started", data);
    }
    if (event instanceof ChatEvent.Delta delta) {
      return event("delta", json.createObjectNode().put("text", delta.text()));
    }
    if (event instanceof ChatEvent.Used used) {
      return event("usage", json.valueToTree(MessageAnswer.Usage.of(used.usage())));
    }
    if (event instanceof ChatEvent.Done done) {
      return event("done", message(done.answer()));
    }
    if (event instanceof ChatEvent.Broken broken) {
      return event("error", problem(broken.why(), broken.answer()));
    }
    return SILENT;
  }

  private ObjectNode problem(ApiException why, Message answer) {
    ObjectNode problem = json.createObjectNode();
    problem.put("type", "about:blank").put("title", why.code().title());
    problem.put("status", why.code().status()).put("code", why.code().code());
    problem.put("detail", why.getMessage());
    problem.set("message", message(answer));
    return problem;
  }

  private ObjectNode message(Message message) {
    return json.valueToTree(MessageAnswer.of(message));
  }

  /** JSON has no line breaks of its own, so that an event has one line of data. */
  private byte[] event(String name, ObjectNode data) {
    String event = "event: " + name + "\ndata: " + new String(bytes(data), StandardCharsets.UTF_8);
    return (event + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  private byte[] bytes(ObjectNode data) {
    try {
      return json.writeValueAsBytes(data);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
