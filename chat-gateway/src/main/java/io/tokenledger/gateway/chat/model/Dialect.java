package io.tokenledger.gateway.chat.model;

import com.fasterxml.jackson.databind.JsonNode;
import io.tokenledger.gateway.request.Api;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;

/** An API that chats can be had by. */
public interface Dialect {

  /** In this order they are tried for a model that more than one may take. */
  List<Dialect> ALL = List.of(new OpenAiDialect(), new AnthropicDialect());

  Api api();

  String path();

  /** Beside the type of the body. */
  Map<String, String> headers();

  JsonObject body(Prompt prompt);

  /** Reads the data of one event of the stream. */
  void read(JsonNode data, AnswerText into);
}
