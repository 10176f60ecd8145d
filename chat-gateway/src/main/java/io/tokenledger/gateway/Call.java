package io.tokenledger.gateway;

import io.tokenledger.gateway.accounting.StartedCall;
import io.tokenledger.gateway.answer.AnswerTap;
import io.tokenledger.gateway.answer.Reading;
import io.tokenledger.gateway.background.PendingResponse;
import io.tokenledger.gateway.keys.CallKey;
import io.tokenledger.gateway.pump.Answer;
import io.tokenledger.gateway.pump.Client;
import io.tokenledger.gateway.pump.Exchange;
import io.tokenledger.gateway.pump.OpenCall;
import io.tokenledger.gateway.request.Asked;
import io.tokenledger.gateway.request.CallerSecret;
import io.tokenledger.gateway.request.Metering;
import io.tokenledger.gateway.request.Target;
import io.tokenledger.gateway.upstream.Upstream;
import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.time.Instant;
import java.util.Optional;

/** What is known of one call, more with each step. It belongs to the client's event loop. */
final class Call {

  /** Where nobody names one. */
  static final String UNKNOWN_MODEL = "unknown";

  final Client client;
  final Context context;
  final Target target;
  final Instant cameAt = Instant.now();
  final GatewayTime time = new GatewayTime();

  CallerSecret secret;
  CallKey key;
  OpenCall room;
  Optional<Buffer> body = Optional.empty();
  Optional<Asked> asked = Optional.empty();
  Upstream upstream;
  String model = UNKNOWN_MODEL;
  Optional<String> renamedModel = Optional.empty();
  boolean asksUsage;
  Optional<StartedCall> started = Optional.empty();

  /** The response in the background that it asks for. */
  Optional<PendingResponse> stored = Optional.empty();

  /** The one that it begins. */
  Optional<PendingResponse> begun = Optional.empty();

  Naming naming = Naming.NONE;
  Exchange exchange;
  Answer answer;
  AnswerTap tap;

  /** Whether the row of the response that it begins has been told the response's name. */
  enum Naming {
    NONE,
    TRIED,
    DONE
  }

  Call(HttpServerRequest request, Context context, Target target) {
    this.client = new Client(request);
    this.context = context;
    this.target = target;
  }

  HttpServerRequest request() {
    return client.request();
  }

  boolean isMetered() {
    return target.metering() == Metering.METERED;
  }

  Reading reading() {
    return tap == null ? Reading.NONE : tap.reading();
  }
}
