package io.tokenledger.query.directory.http;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.directory.MemberDirectory;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.http.Problem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Many members of an org at once. */
@Path("/orgs/{orgId}/members/import")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
class MemberImportResource {

  private static final String JSON_EXAMPLE =
      """
      [{"userId":"ann","role":"admin","name":"Ann Lee","email":"ann@acme.example"},
       {"userId":"bob","role":"member"}]""";

  private static final String CSV_EXAMPLE =
      """
      userId,role,name,email
      ann,admin,Ann Lee,ann@acme.example
      bob,member,,
      """;

  private final MemberDirectory directory;
  private final CallerAccess access;

  MemberImportResource(MemberDirectory directory, CallerAccess access) {
    this.directory = directory;
    this.access = access;
  }

  @POST
  @Consumes({MediaType.APPLICATION_JSON, "text/csv"})
  @PermissionsAllowed(OrgPermission.Names.MEMBERS_WRITE)
  @Operation(summary = "Adds or changes up to 1,000 members, all of them or none")
  @APIResponseSchema(value = MemberAnswer.Imported.class, responseCode = "200")
  @APIResponse(
      responseCode = "400", // With the errors of the rows.
      content = @Content(schema = @Schema(implementation = Problem.class)))
  public Uni<MemberAnswer.Imported> importAll(
      @RestPath String orgId,
      @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
      @RequestBody(
              required = true,
              content = {
                @Content(
                    mediaType = MediaType.APPLICATION_JSON,
                    schema = @Schema(implementation = MemberBody[].class),
                    examples = @ExampleObject(name = "json", value = JSON_EXAMPLE)),
                @Content(
                    mediaType = "text/csv",
                    schema = @Schema(implementation = String.class),
                    examples = @ExampleObject(name = "csv", value = CSV_EXAMPLE))
              })
          byte[] body) {
    return directory
        .put(access.granted(), MemberImport.read(body, type), access.actor())
        .map(MemberAnswer.Imported::of);
  }
}
