package io.tokenledger.prices.sync.http;

import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.sync.QuarantinedPrice;
import io.tokenledger.service.http.ApiException;
import io.tokenledger.service.http.Choices;
import io.tokenledger.service.http.Input;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a listing of runs or of moves can be asked with. */
public class SyncParameters {

  private static final int MAX_LIMIT = 500;

  private static final Map<String, PriceSource> SOURCES =
      Choices.of(PriceSource.values(), PriceSource::code);

  private static final Map<String, QuarantinedPrice.Status> STATUSES =
      Choices.of(QuarantinedPrice.Status.values(), QuarantinedPrice.Status::code);

  @QueryParam("source")
  @Parameter(description = "Only of this source.", example = "litellm")
  String source;

  @QueryParam("limit")
  @DefaultValue("50")
  @Parameter(description = "How many at most, 1 to 500; by default 50.", example = "50")
  String limit;

  @QueryParam("cursor")
  @Parameter(description = "The nextCursor of the page before, with the same other parameters.")
  String cursor;

  Optional<PriceSource> source() {
    return Input.parameter("source", source).choice(SOURCES);
  }

  int limit() {
    return Input.parameter("limit", limit).number(1, MAX_LIMIT);
  }

  /** Ids of the page are below this one. */
  long below() {
    return Input.parameter("cursor", cursor).given().map(Input::id).orElse(Long.MAX_VALUE);
  }

  /** The source a path names. */
  static PriceSource source(String code) {
    return PriceSource.ofCode(code)
        .orElseThrow(
            () ->
                ApiException.notFound(
                    "There is no source '" + code + "'; there are " + PriceSource.codes() + "."));
  }

  static long id(String id) {
    return Input.parameter("id", id).id();
  }

  /** By default those that wait for a decision. */
  static QuarantinedPrice.Status status(String code) {
    return Input.parameter("status", code).choice(STATUSES).orElse(QuarantinedPrice.Status.PENDING);
  }
}
