package io.tokenledger.query.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerHttpResponse;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Writes answers as JSON at the pace of their clients. The framework's own writer hands over all of
 * an answer at once, and its memory would be held by whoever takes nothing.
 */
@Provider
@Produces(MediaType.APPLICATION_JSON)
class JsonAnswers implements ServerMessageBodyWriter<Record> {

  private final ObjectMapper mapper;
  private final AnswerSender sender;

  JsonAnswers(ObjectMapper mapper, AnswerSender sender) {
    this.mapper = mapper;
    this.sender = sender;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo target, MediaType mediaType) {
    return true;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return true;
  }

  @Override
  public void writeResponse(Record answer, Type generic, ServerRequestContext context)
      throws IOException {
    ServerHttpResponse response = context.serverResponse();
    if (response.closed()) {
      return;
    }
    JsonChunks json = new JsonChunks();
    mapper.writeValue(json, answer);
    if (json.isLast()) {
      response.end(json.next());
    } else {
      sender.send(json, response);
    }
    forget((ResteasyReactiveRequestContext) context);
  }

  /** Idle threads know the last request that they worked for, and would hold its answer with it. */
  private static void forget(ResteasyReactiveRequestContext context) {
    context.setResult(null);
    context.setResponse(null);
  }

  @Override
  public void writeTo(
      Record answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    mapper.writeValue(body, answer);
  }
}
