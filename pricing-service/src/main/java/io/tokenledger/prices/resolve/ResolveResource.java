package io.tokenledger.prices.resolve;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.tokenledger.prices.PriceBookService;
import io.tokenledger.prices.http.PriceAccess;
import io.tokenledger.pricing.PriceBook;
import io.tokenledger.service.http.Body;
import io.tokenledger.service.http.Problem;
import io.tokenledger.service.worker.OnWorker;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a call would cost, or did. */
@Path("/v1/resolve")
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
@Authenticated
@Tag(name = "Resolve")
class ResolveResource {

  private static final int MAX_ITEMS = 1_000;
  private static final int MAX_BYTES = 1024 * 1024;

  private final PriceBookService prices;
  private final PriceAccess access;

  ResolveResource(PriceBookService prices, PriceAccess access) {
    this.prices = prices;
    this.access = access;
  }

  /**
   * A body may be megabytes of JSON: it is read on a worker, not on the event loop. The worker
   * waits for the directory, too, as no blocking endpoint answers a Uni.
   */
  @POST
  @Blocking
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(summary = "The cost of up to 1,000 usages, in the order asked")
  @RequestBodySchema(ResolveItemSchema[].class)
  public List<ResolvedCost> resolve(byte[] body) {
    List<ResolveQuestion> questions = questions(Body.parse(body, MAX_BYTES));
    PriceBook book = prices.book();
    OnWorker.await(access.requireToSee(fieldByOrg(questions)));
    return questions.stream().map(question -> question.answer(book)).toList();
  }

  private static List<ResolveQuestion> questions(JsonNode body) {
    if (!body.isArray() && !body.isObject()) {
      throw Body.invalid("The body must be an array of usages.");
    }
    if (body.isArray() && body.size() > MAX_ITEMS) {
      throw Body.invalid("The body must not have more than " + MAX_ITEMS + " items.");
    }
    Instant now = Instant.now();
    List<ResolveQuestion> questions = new ArrayList<>();
    for (JsonNode item : body.isArray() ? body : List.of(body)) {
      questions.add(new ResolveItemBody(questions.size(), item).toQuestion(now));
    }
    return questions;
  }

  /** Each org with the first field that names it. */
  private static Map<String, String> fieldByOrg(List<ResolveQuestion> questions) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (int i = 0; i < questions.size(); i++) {
      fields.putIfAbsent(questions.get(i).usage().orgId(), "[" + i + "].orgId");
    }
    return fields;
  }
}
