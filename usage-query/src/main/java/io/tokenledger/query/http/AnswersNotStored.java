package io.tokenledger.query.http;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Keeps answers, which are of one caller, out of every cache on the way. */
public class AnswersNotStored {

  public static final String NO_STORE = "no-store";

  @ServerResponseFilter
  void forbidStoring(ContainerResponseContext answer) {
    answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, NO_STORE);
  }
}
