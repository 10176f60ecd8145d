package io.tokenledger.prices.sync.http;

import io.tokenledger.prices.PriceSource;
import io.tokenledger.prices.http.Checked;
import io.tokenledger.prices.sync.QuarantinedPrice;
import io.tokenledger.service.http.ApiException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a listing of runs or of moves can be asked with. */
public class SyncParameters {

  static final int MAX_LIMIT = 500;

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
    if (source == null || source.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        PriceSource.ofCode(source)
            .orElseThrow(
                () ->
                    ApiException.invalidParameter(
                        "source", "must be one of " + PriceSource.codes() + ".")));
  }

  int limit() {
    int number = Checked.wholeNumber("limit", limit);
    if (number < 1 || number > MAX_LIMIT) {
      throw ApiException.invalidParameter("limit", "must be from 1 to " + MAX_LIMIT + ".");
    }
    return number;
  }

  /** Ids of the page are below this one. */
  long below() {
    return cursor == null || cursor.isEmpty() ? Long.MAX_VALUE : id("cursor", cursor);
  }

  /** The source a path names. */
  static PriceSource source(String code) {
    return PriceSource.ofCode(code)
        .orElseThrow(
            () ->
                ApiException.notFound(
                    "There is no source '" + code + "'; there are " + PriceSource.codes() + "."));
  }

  static long id(String name, String value) {
    try {
      long id = Long.parseLong(value);
      if (id > 0) {
        return id;
      }
    } catch (NumberFormatException e) {
      throw notAnId(name);
    }
    throw notAnId(name);
  }

  static QuarantinedPrice.Status status(String code) {
    return QuarantinedPrice.Status.ofCode(code)
        .orElseThrow(
            () ->
                ApiException.invalidParameter(
                    "status",
                    "must be one of "
                        + Arrays.stream(QuarantinedPrice.Status.values())
                            .map(QuarantinedPrice.Status::code)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static ApiException notAnId(String name) {
    return ApiException.invalidParameter(name, "must be a whole number above 0.");
  }
}
