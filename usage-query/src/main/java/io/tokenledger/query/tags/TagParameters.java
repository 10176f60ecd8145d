package io.tokenledger.query.tags;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.query.http.Paging;
import io.tokenledger.query.http.Texts;
import io.tokenledger.query.sums.http.UsageParameters;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What one value of a tag can be asked with. */
public class TagParameters extends UsageParameters {

  @QueryParam("limit")
  @Parameter(description = "Single events, 1 to 200; by default 50.", example = "50")
  String limit;

  TagQuery toTagQuery(String key, String value, Clock clock) {
    return new TagQuery(
        range(clock),
        filter(),
        required("key", key),
        List.of(required("value", value)),
        Paging.limit(limit));
  }

  static String required(String name, String value) {
    String text = Texts.filter(name, value);
    if (text.isEmpty()) {
      throw invalidParameter(name, "must be given.");
    }
    return text;
  }
}
