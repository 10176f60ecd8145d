package io.tokenledger.query.directory.http;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.directory.MemberChange;
import io.tokenledger.query.directory.MemberDirectory;
import io.tokenledger.query.http.PageParameters;
import io.tokenledger.query.http.Texts;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.http.Body;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The members of an org. */
@Path("/orgs/{orgId}/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Members")
class MembersResource {

  private final MemberDirectory directory;
  private final CallerAccess access;

  MembersResource(MemberDirectory directory, CallerAccess access) {
    this.directory = directory;
    this.access = access;
  }

  @GET
  @PermissionsAllowed(OrgPermission.Names.MEMBERS_WRITE)
  @Operation(summary = "The members, ordered by user id, for owners and admins")
  public Uni<MemberAnswer.Page> list(@RestPath String orgId, @BeanParam PageParameters page) {
    int limit = page.limit();
    return directory
        .members(access.granted(), page.after(), limit + 1)
        .map(found -> MemberAnswer.Page.of(found, limit));
  }

  @GET
  @Path("/{userId}")
  @PermissionsAllowed(OrgPermission.Names.MEMBERS_WRITE)
  @Operation(summary = "One member, for owners and admins")
  public Uni<MemberAnswer> get(@RestPath String orgId, @RestPath String userId) {
    return directory.member(access.granted(), Texts.filter("userId", userId)).map(MemberAnswer::of);
  }

  @PUT
  @Path("/{userId}")
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed(OrgPermission.Names.MEMBERS_WRITE)
  @Operation(summary = "Adds a member, or changes their role, name or address")
  public Uni<MemberAnswer> put(@RestPath String orgId, @RestPath String userId, MemberBody body) {
    List<MemberChange> change = List.of(Body.given(body).toChange(userId));
    return directory
        .put(access.granted(), change, access.actor())
        .map(members -> MemberAnswer.of(members.get(0)));
  }

  @DELETE
  @Path("/{userId}")
  @PermissionsAllowed(OrgPermission.Names.MEMBERS_WRITE)
  @Operation(summary = "Ends a membership")
  public Uni<Void> remove(@RestPath String orgId, @RestPath String userId) {
    String user = Texts.filter("userId", userId);
    return directory.remove(access.granted(), user, access.actor());
  }
}
