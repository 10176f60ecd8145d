package io.tokenledger.gateway.chat.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.gateway.chat.ChatEvent;
import io.tokenledger.gateway.chat.Message;
import io.tokenledger.service.http.ApiException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.io.UncheckedIOException;

/** An answer as a stream of server-sent events, or at once. */
@ApplicationScoped
class AnswerEvents {

  private final ObjectMapper json;

  AnswerEvents(ObjectMapper json) {
    this.json = json;
  }

  Uni<MessageAnswer> whole(Multi<ChatEvent> events) {
    return events.collect().last().map(AnswerEvents::whole);
  }

  private static MessageAnswer whole(ChatEvent last) {
    if (last instanceof ChatEvent.Done done) {
      return MessageAnswer.of(done.answer());
    }
    throw last instanceof ChatEvent.Broken broken
        ? broken.why()
        : new IllegalStateException("An answer ended without an end");
  }

  Multi<OutboundSseEvent> stream(Multi<ChatEvent> events, Sse sse) {
    return events.map(event -> toEvent(event, sse));
  }

  private OutboundSseEvent toEvent(ChatEvent event, Sse sse) {
    if (event instanceof ChatEvent.Started started) {
      ObjectNode data = json.createObjectNode();
      started.question().ifPresent(question -> data.set("userMessage", message(question)));
      data.set("message", message(started.answer()));
      data.put("eventId", started.answer().eventId().orElse(null));
      return event(sse, "started", data);
    }
    if (event instanceof ChatEvent.Delta delta) {
      return event(sse, "delta", json.createObjectNode().put("text", delta.text()));
    }
    if (event instanceof ChatEvent.Used used) {
      return event(sse, "usage", json.valueToTree(MessageAnswer.Usage.of(used.usage())));
    }
    if (event instanceof ChatEvent.Done done) {
      return event(sse, "done", message(done.answer()));
    }
    if (event instanceof ChatEvent.Broken broken) {
      return event(sse, "error", problem(broken.why(), broken.answer()));
    }
    return sse.newEventBuilder().comment("keep-alive").build();
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

  private OutboundSseEvent event(Sse sse, String name, ObjectNode data) {
    try {
      return sse.newEventBuilder().name(name).data(json.writeValueAsString(data)).build();
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
