package io.tokenledger.gateway;

import io.tokenledger.gateway.refusal.Refusal;
import io.tokenledger.gateway.request.Api;
import io.tokenledger.gateway.request.Headers;
import io.tokenledger.gateway.request.Metering;
import io.tokenledger.gateway.request.Target;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Optional;

/** What a request is aimed at, and whether it is written so that all servers read it alike. */
final class Targets {

  private static final String CHUNKED = "chunked";
  private static final String ANTHROPIC_VERSION = "anthropic-version";

  private Targets() {}

  static Target of(HttpServerRequest request) {
    boolean upgrade = Headers.asksForUpgrade(request.headers());
    Target target = Target.of(request.method().name(), request.path(), upgrade);
    return isAnthropicsOwn(target, request) ? withApi(target, Api.ANTHROPIC) : target;
  }

  static void check(Call call) {
    HttpServerRequest request = call.request();
    if (isFramedTwice(request)) {
      throw CallRefusals.ambiguousFraming();
    }
    if (call.target.metering() == Metering.REFUSED) {
      throw CallRefusals.of(Refusal.notPassedOn(call.target.refusalReason()));
    }
  }

  /**
   * Some paths, such as the list of models, are in both APIs; Anthropic's clients tell a version.
   */
  private static boolean isAnthropicsOwn(Target target, HttpServerRequest request) {
    return target.api() == Api.OPENAI
        && target.metering() != Metering.METERED
        && request.headers().contains(ANTHROPIC_VERSION);
  }

  private static Target withApi(Target target, Api api) {
    return new Target(
        api,
        target.operation(),
        target.metering(),
        target.streamsByPath(),
        target.modelInPath(),
        target.responseInPath(),
        target.refusalReason());
  }

  private static boolean isFramedTwice(HttpServerRequest request) {
    List<String> encodings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
    List<String> lengths = request.headers().getAll(HttpHeaders.CONTENT_LENGTH);
    Optional<String> other =
        encodings.stream().filter(encoding -> !encoding.equalsIgnoreCase(CHUNKED)).findAny();
    return other.isPresent()
        || encodings.size() > 1
        || lengths.size() > 1
        || !encodings.isEmpty() && !lengths.isEmpty();
  }
}
