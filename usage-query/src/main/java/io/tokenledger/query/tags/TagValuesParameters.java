package io.tokenledger.query.tags;

import static io.tokenledger.service.http.ApiException.invalidParameter;

import io.tokenledger.query.http.Texts;
import io.tokenledger.query.sums.http.UsageParameters;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What several values of a tag can be asked with. */
public class TagValuesParameters extends UsageParameters {

  @QueryParam("value")
  @Parameter(description = "A value of the tag; repeated, at least once, at most 200 times.")
  List<String> value;

  TagQuery toTagQuery(String key, Clock clock) {
    List<String> values =
        value.stream().map(each -> Texts.filter("value", each)).distinct().toList();
    if (values.isEmpty() || values.size() > TagQuery.MAX_VALUES || values.contains("")) {
      throw invalidParameter(
          "value", "must be given, not empty, at most " + TagQuery.MAX_VALUES + " times.");
    }
    return new TagQuery(range(clock), filter(), TagParameters.required("key", key), values, 1);
  }
}
