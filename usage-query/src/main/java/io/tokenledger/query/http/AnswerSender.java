package io.tokenledger.query.http;

import io.tokenledger.query.postgres.QueryConfig;
import io.tokenledger.query.postgres.RequestPlace;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;

/** Sends large answers. A bean of its own: writers of bodies are made before configuration is. */
@ApplicationScoped
class AnswerSender {

  private final QueryConfig config;
  private final Vertx vertx;

  AnswerSender(QueryConfig config, Vertx vertx) {
    this.config = config;
    this.vertx = vertx;
  }

  void send(JsonChunks json, ServerHttpResponse client) {
    new SentAnswer(client, json, RequestPlace.current(), config.exportPatience()).begin(vertx);
  }
}
