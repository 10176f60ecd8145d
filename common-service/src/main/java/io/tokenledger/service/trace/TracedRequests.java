package io.tokenledger.service.trace;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Every line that is logged for a request names the trace that the caller told. */
class TracedRequests {

  @ServerRequestFilter(preMatching = true)
  void nameTrace(ContainerRequestContext request) {
    TraceParent.parse(request.getHeaderString(TraceParent.HEADER))
        .ifPresent(
            parent -> {
              MDC.put("traceId", parent.traceId());
              MDC.put("spanId", parent.spanId());
            });
  }
}
