package io.tokenledger.gateway.background;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.tokenledger.gateway.accounting.How;
import io.tokenledger.gateway.upstream.Upstream;
import io.tokenledger.gateway.upstream.Upstreams;
import io.vertx.core.Future;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Looks for the ends of responses in the background, whether or not a client asks. All gateways do;
 * each response is looked for by one of them.
 */
@ApplicationScoped
public class ResponseLooks {

  private static final Logger LOG = Logger.getLogger(ResponseLooks.class);

  /** At once, by this gateway. */
  private static final int MOST = 64;

  /** A provider may not find at once what it has just made. */
  private static final int NOT_YET_LOOKS = 2;

  private static final int NOT_FOUND = 404;

  private final PendingResponses responses;
  private final BackgroundResponses background;
  private final Upstreams upstreams;
  private final UpstreamLook look;
  private final AtomicInteger underWay = new AtomicInteger();

  ResponseLooks(
      PendingResponses responses,
      BackgroundResponses background,
      Upstreams upstreams,
      UpstreamLook look) {
    this.responses = responses;
    this.background = background;
    this.upstreams = upstreams;
    this.look = look;
  }

  /** Does not wait for the providers, of which one may be slow. */
  @Scheduled(every = "${tokenledger.gateway.background.look-every}", concurrentExecution = SKIP)
  Uni<Void> lookForDue() {
    int most = MOST - underWay.get();
    Future<List<DueResponse>> due =
        most > 0 ? responses.takeDue(most) : Future.succeededFuture(List.of());
    return uni(due.onSuccess(all -> all.forEach(this::begin)).mapEmpty());
  }

  @Scheduled(every = "${tokenledger.gateway.background.forget-every}", concurrentExecution = SKIP)
  Uni<Void> forgetOld() {
    return uni(responses.forgetOld());
  }

  /** Once, in between: what is deleted there is not found later. */
  public Future<Void> lookNow(PendingResponse response, String responseId) {
    return look(new DueResponse(response, responseId, Optional.empty(), 0, false));
  }

  private void begin(DueResponse due) {
    underWay.incrementAndGet();
    Future.succeededFuture(due)
        .compose(this::look)
        .onFailure(failure -> LOG.debugf("A response is asked for later: %s", failure))
        .onComplete(done -> underWay.decrementAndGet());
  }

  private Future<Void> look(DueResponse due) {
    if (due.event().isPresent()) {
      return background.send(due.pending(), due.event().get());
    }
    Optional<Upstream> upstream = upstreams.named(due.pending().upstream());
    if (due.pending().ownKey() || upstream.isEmpty()) {
      return unlessExpired(due);
    }
    return look.at(upstream.get(), due.pending().pathOf(due.responseId()))
        .compose(seen -> seen(due, seen), failure -> unlessExpired(due));
  }

  private Future<Void> seen(DueResponse due, UpstreamLook.Seen seen) {
    if (BackgroundResponses.isOver(seen.reading())) {
      return background.ended(due.pending(), seen.reading(), Optional.empty());
    }
    if (seen.status() == NOT_FOUND && due.looks() > NOT_YET_LOOKS) {
      return background.lost(due.pending(), How.FORGOTTEN);
    }
    return unlessExpired(due);
  }

  private Future<Void> unlessExpired(DueResponse due) {
    return due.expired()
        ? background.lost(due.pending(), How.NEVER_SEEN)
        : Future.succeededFuture();
  }

  private static Uni<Void> uni(Future<Void> future) {
    return Uni.createFrom()
        .completionStage(future.toCompletionStage())
        .onFailure()
        .invoke(failure -> LOG.warnf("Responses in the background wait: %s", failure))
        .onFailure()
        .recoverWithNull();
  }
}
