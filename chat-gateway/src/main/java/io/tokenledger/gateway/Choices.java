package io.tokenledger.gateway;

import io.tokenledger.events.UsageLimits;
import io.tokenledger.gateway.background.PendingResponse;
import io.tokenledger.gateway.refusal.Refusal;
import io.tokenledger.gateway.request.Asked;
import io.tokenledger.gateway.request.Metering;
import io.tokenledger.gateway.request.Operation;
import io.tokenledger.gateway.request.UsageInjection;
import io.tokenledger.gateway.upstream.StreamOptionsMemory;
import io.tokenledger.gateway.upstream.Upstream;
import io.tokenledger.gateway.upstream.Upstreams;
import io.tokenledger.gateway.upstream.Upstreams.Choice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Where a call goes, and whether its key may go there. */
@ApplicationScoped
class Choices {

  private static final String BACKGROUND =
      "Only responses of OpenAI's API run in the background here: what others cost cannot be"
          + " counted yet.";

  private final Upstreams upstreams;
  private final StreamOptionsMemory streamOptions;

  Choices(Upstreams upstreams, StreamOptionsMemory streamOptions) {
    this.upstreams = upstreams;
    this.streamOptions = streamOptions;
  }

  /** 4. The upstream. */
  Call choose(Call call) {
    Optional<String> model = call.asked.flatMap(Asked::model).filter(name -> !name.isBlank());
    if (model.isPresent()) {
      chooseByModel(call, model.get());
    } else {
      call.upstream =
          call.stored
              .flatMap(response -> upstreams.named(response.upstream()))
              .or(() -> upstreams.forApi(call.target.api()))
              .orElseThrow(CallRefusals::noUpstream);
    }
    checkKey(call, model);
    checkMetering(call);
    checkReadable(call);
    checkBackground(call);
    call.asksUsage =
        call.asked.filter(asked -> UsageInjection.applies(call.target, asked)).isPresent()
            && streamOptions.asks(call.key.orgId(), call.upstream, call.model);
    return call;
  }

  private void chooseByModel(Call call, String model) {
    if (model.length() > UsageLimits.MAX_MODEL_NAME) {
      throw CallRefusals.longModel();
    }
    Choice choice =
        upstreams
            .forModel(call.target.api(), model)
            .orElseThrow(() -> CallRefusals.of(Refusal.unknownModel(model)));
    call.upstream = choice.upstream();
    call.model = choice.model();
    // A model of the path stays there: only a body names its upstream.
    if (!choice.model().equals(model) && call.target.modelInPath().isEmpty()) {
      call.renamedModel = Optional.of(choice.model());
    }
  }

  private static void checkKey(Call call, Optional<String> model) {
    Upstream upstream = call.upstream;
    if (!call.key.allowsUpstream(upstream.name())) {
      throw CallRefusals.of(Refusal.upstreamNotAllowed(upstream.name()));
    }
    boolean limited = !call.key.models().isEmpty();
    boolean unclear = model.isEmpty() || call.asked.filter(Asked::modelRepeated).isPresent();
    if (limited && call.target.metering() != Metering.FREE && unclear) {
      throw CallRefusals.modelUnclear();
    }
    if (limited && model.isPresent() && !call.key.allows(call.model)) {
      throw CallRefusals.of(Refusal.modelNotAllowed(call.model));
    }
  }

  /**
   * A server may understand what is not understood here: compressed, in UTF-16, with a field in
   * capitals. Then nobody would have asked for the usage of a stream, or known its model.
   */
  private static void checkReadable(Call call) {
    boolean readable = call.asked.filter(Asked::readable).isPresent();
    if (call.isMetered() && !readable && !Bodies.isForm(call)) {
      throw CallRefusals.unreadableBody();
    }
  }

  /**
   * Who asks for an answer in the background is told of its tokens elsewhere, or never: where it is
   * not known how to look for it, it must not pass.
   */
  private static void checkBackground(Call call) {
    boolean response = call.target.operation() == Operation.RESPONSE;
    boolean found = response && PendingResponse.isCollection(call.request().path());
    if (!found && call.asked.filter(Asked::background).isPresent()) {
      throw CallRefusals.of(Refusal.notPassedOn(BACKGROUND));
    }
  }

  private static void checkMetering(Call call) {
    if (call.target.metering() == Metering.UNKNOWN && !call.upstream.allowUnmetered()) {
      throw CallRefusals.of(Refusal.unmetered(call.request().path()));
    }
  }
}
