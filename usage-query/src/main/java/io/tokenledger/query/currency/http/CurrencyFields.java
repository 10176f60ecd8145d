package io.tokenledger.query.currency.http;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Tells in the published description what {@link CurrencyFilters} adds to answers: {@code cost}
 * beside each amount, and {@code currency} at the root of the reports that can be asked for it.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public class CurrencyFields implements OASFilter {

  private static final String ANSWER = CurrencyAnswer.class.getSimpleName();
  private static final String SAVED = "CacheSaved";
  private static final String REF = "#/components/schemas/";

  @Override
  public void filterOpenAPI(OpenAPI api) {
    Map<String, Schema> schemas = api.getComponents().getSchemas();
    schemas.forEach(CurrencyFields::addCost);
    api.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .filter(CurrencyFields::isInCurrency)
        .flatMap(operation -> reportOf(operation).stream())
        .map(schemas::get)
        .forEach(CurrencyFields::addCurrency);
  }

  private static void addCost(String name, Schema schema) {
    Map<String, Schema> fields = schema.getProperties();
    boolean hasMicros = fields != null && fields.containsKey(ConvertedCosts.MICROS);
    if (hasMicros || name.equals(SAVED)) {
      requireAllSoFar(schema);
      schema.addProperty(
          ConvertedCosts.COST,
          OASFactory.createSchema()
              .addType(Schema.SchemaType.STRING)
              .description(
                  "The amount in the currency asked for, exactly as the rate makes it; only with"
                      + " the parameter currency."));
    }
  }

  private static void addCurrency(Schema report) {
    requireAllSoFar(report);
    report.addProperty(
        ConvertedCosts.CURRENCY,
        OASFactory.createSchema()
            .addAllOf(OASFactory.createSchema().ref(REF + ANSWER))
            .description("By what costs were converted; only with the parameter currency."));
  }

  /** An answer has all of its fields, save for those that are added here. */
  private static void requireAllSoFar(Schema answer) {
    if (answer.getRequired() == null) {
      answer.setRequired(answer.getProperties().keySet().stream().sorted().toList());
    }
  }

  private static boolean isInCurrency(Operation operation) {
    return Optional.ofNullable(operation.getParameters()).orElse(List.<Parameter>of()).stream()
        .anyMatch(
            parameter ->
                ConvertedCosts.CURRENCY.equals(parameter.getName())
                    && parameter.getIn() == Parameter.In.QUERY);
  }

  private static Optional<String> reportOf(Operation operation) {
    MediaType type =
        operation
            .getResponses()
            .getAPIResponse("200")
            .getContent()
            .getMediaType("application/json");
    return Optional.ofNullable(type)
        .map(MediaType::getSchema)
        .map(Schema::getRef)
        .map(ref -> ref.substring(REF.length()));
  }
}
