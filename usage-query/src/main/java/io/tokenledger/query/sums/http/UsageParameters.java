package io.tokenledger.query.sums.http;

import io.tokenledger.query.http.Texts;
import io.tokenledger.query.sums.UsageFilter;
import io.tokenledger.query.sums.UsageQuery;
import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What usage can be asked with. */
public class UsageParameters extends PeriodParameters {

  @QueryParam("provider")
  @Parameter(description = "Only this provider, in lower case.", example = "openai")
  public String provider;

  @QueryParam("modelName")
  @Parameter(description = "Only this model.")
  public String modelName;

  public UsageQuery toQuery(Clock clock) {
    return new UsageQuery(range(clock), filter());
  }

  public UsageFilter filter() {
    return new UsageFilter(provider(), modelName(), feature());
  }

  public String provider() {
    return Texts.filter("provider", provider);
  }

  public String modelName() {
    return Texts.filter("modelName", modelName);
  }
}
