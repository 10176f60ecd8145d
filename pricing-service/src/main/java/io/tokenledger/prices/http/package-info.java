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
    components = @Components(schemas = @Schema(name = "Problem", implementation = Problem.class)))
package io.tokenledger.prices.http;

import io.tokenledger.service.http.Problem;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
