package io.tokenledger.gateway.chat.http;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tokenledger.gateway.chat.ChatEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers as a stream of events, where that is asked for, or as one message at the end. */
@ApplicationScoped
class LiveAnswers {

  private final AnswerEvents format;

  LiveAnswers(AnswerEvents format) {
    this.format = format;
  }

  Uni<RestResponse<Object>> of(
      Multi<ChatEvent> events, HttpHeaders headers, RoutingContext request) {
    boolean streams =
        headers.getAcceptableMediaTypes().stream()
            .anyMatch(MediaType.SERVER_SENT_EVENTS_TYPE::equals);
    return streams
        ? live(events, request)
        : events.collect().last().map(last -> RestResponse.ok(whole(last)));
  }

  /** Without an item: all is written by then. */
  private Uni<RestResponse<Object>> live(Multi<ChatEvent> events, RoutingContext request) {
    return Uni.createFrom()
        .emitter(
            ended -> {
              LiveAnswer answer = new LiveAnswer(format::toBytes, request.response(), ended);
              request.addEndHandler(closed -> answer.leave());
              events.subscribe().withSubscriber(answer);
            });
  }

  private static MessageAnswer whole(ChatEvent last) {
    if (last instanceof ChatEvent.Done done) {
      return MessageAnswer.of(done.answer());
    }
    throw last instanceof ChatEvent.Broken broken
        ? broken.why()
        : new IllegalStateException("An answer ended without an end");
  }
}
