package io.tokenledger.query.postgres;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The places of reports. There are some for reports of few rows, and one for those of many: so the
 * memory of all answers has a bound, and a large one stops no small one.
 */
@ApplicationScoped
class ReportPlaces {

  private static final int BEFORE_OTHERS = 2_000;

  private final FairShares small;
  private final FairShares large;

  ReportPlaces(QueryConfig config, Vertx vertx) {
    this.small =
        new FairShares(
            new FairShares.Bounds(
                config.maxReportsPerOrg(),
                config.maxWaitingReportsPerOrg(),
                config.maxReports(),
                config.longestWait()),
            vertx);
    this.large = new FairShares(new FairShares.Bounds(1, 1, 1, config.longestWaitOfLarge()), vertx);
  }

  void register(@Observes Filters filters) {
    filters.register(this::begin, BEFORE_OTHERS);
  }

  private void begin(RoutingContext request) {
    RequestPlace place =
        new RequestPlace(((ConnectionBase) request.request().connection()).channel());
    place.makeCurrent();
    request.addEndHandler(ended -> place.endRequest());
    request.next();
  }

  /** The place is held while it is read, and not longer. */
  <T> Uni<T> forRead(String owner, Supplier<Uni<T>> read) {
    if (RequestPlace.current().filter(RequestPlace::isHeld).isPresent()) {
      return read.get();
    }
    return small
        .take(owner)
        .chain(place -> Uni.createFrom().deferred(read::get).onTermination().invoke(place::leave));
  }

  /** Within a request, the place is held until the client has taken the answer. */
  <T> Uni<T> forAnswer(String owner, Supplier<Uni<T>> read) {
    return RequestPlace.current()
        .map(request -> request.in(small, owner, read))
        .orElseGet(() -> forRead(owner, read));
  }

  /**
   * As {@link #forAnswer}, with the place for large ones.
   *
   * @param asking the request; what was read before may have come on another context
   */
  <T> Uni<T> forLargeAnswer(Optional<RequestPlace> asking, String owner, Supplier<Uni<T>> read) {
    return asking
        .map(request -> request.inOther(large, owner, read))
        .orElseGet(() -> forRead(owner, read));
  }
}
