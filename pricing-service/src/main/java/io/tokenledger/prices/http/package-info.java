/** The pricing API over HTTP, and what its published description says of all endpoints. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "Tokenledger pricing API",
            version = "v1",
            description =
                "What models cost, since when, who said so; and what a call costs. Prices are USD"
                    + " per one million tokens, per request or per unit, as decimal text; times are"
                    + " RFC 3339. Model names may hold '/': write a name that ends in '/history'"
                    + " with '%2F' for its last slash."),
    components =
        @Components(
            responses = {
              @APIResponse(
                  name = PricingApi.INVALID,
                  description = "A parameter or the body is malformed; the detail names the field.",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class),
                          examples =
                              @ExampleObject(name = "field", value = ProblemExamples.INVALID))),
              @APIResponse(
                  name = PricingApi.UNAUTHENTICATED,
                  description = "No valid bearer token.",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class),
                          examples =
                              @ExampleObject(
                                  name = "no token",
                                  value = ProblemExamples.UNAUTHENTICATED))),
              @APIResponse(
                  name = PricingApi.FORBIDDEN,
                  description = "The caller's roles do not permit this.",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class),
                          examples =
                              @ExampleObject(name = "role", value = ProblemExamples.FORBIDDEN))),
              @APIResponse(
                  name = PricingApi.NOT_FOUND,
                  description = "There is no such price or alias at that time.",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class),
                          examples =
                              @ExampleObject(
                                  name = "unpriced",
                                  value = ProblemExamples.NOT_FOUND))),
              @APIResponse(
                  name = PricingApi.CONFLICT,
                  description = "The book says something that goes against it.",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class),
                          examples =
                              @ExampleObject(
                                  name = "priced itself",
                                  value = ProblemExamples.CONFLICT))),
              @APIResponse(
                  name = PricingApi.UNAVAILABLE,
                  description = "The directory of members is not there yet; ask again later.",
                  content =
                      @Content(
                          mediaType = Problem.MEDIA_TYPE,
                          schema = @Schema(implementation = Problem.class),
                          examples =
                              @ExampleObject(
                                  name = "directory",
                                  value = ProblemExamples.UNAVAILABLE)))
            }))
package io.tokenledger.prices.http;

import io.tokenledger.service.http.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
