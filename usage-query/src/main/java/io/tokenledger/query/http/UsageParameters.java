package io.tokenledger.query.http;

import io.tokenledger.query.UsageFilter;
import io.tokenledger.query.UsageQuery;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What usage can be asked with. */
public class UsageParameters extends PeriodParameters {

  @QueryParam("provider")
  @Parameter(description = "Only this provider, in lower case.", example = "openai")
  String provider;

  @QueryParam("modelName")
  @Parameter(description = "Only this model.")
  String modelName;

  UsageQuery toQuery(Clock clock) {
    return new UsageQuery(range(clock), filter());
  }

  UsageFilter filter() {
    return new UsageFilter(provider(), modelName(), feature());
  }

  String provider() {
    return Parameters.text("provider", provider);
  }

  String modelName() {
    return Parameters.text("modelName", modelName);
  }
}
