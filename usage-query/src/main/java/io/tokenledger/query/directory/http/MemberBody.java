package io.tokenledger.query.directory.http;

import static io.tokenledger.service.http.ApiException.invalidField;

import io.tokenledger.query.directory.MemberChange;
import io.tokenledger.query.http.Fields;
import io.tokenledger.query.http.Parameters;
import io.tokenledger.service.access.OrgRole;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a member shall be. */
public record MemberBody(
    @Schema(
            description =
                "1 to 128 characters, as in the user's sign-in; where the path names it, not needed.",
            example = "ann")
        String userId,
    @Schema(description = "owner, admin, billing or member.", required = true, example = "admin")
        String role,
    @Schema(description = "At most 200 characters; absent: as before.", example = "Ann Lee")
        String name,
    @Schema(description = "Absent: as before.", example = "ann@acme.example") String email) {

  private static final int MAX_NAME = 200;

  /** The user of the path; the body may say the same and nothing else. */
  MemberChange toChange(String ofPath) {
    if (!Parameters.isAbsent(userId) && !userId.equals(ofPath)) {
      throw invalidField("userId", "must be the user of the path, or absent.");
    }
    return changeOf(ofPath);
  }

  MemberChange toChange() {
    return changeOf(userId);
  }

  private MemberChange changeOf(String user) {
    return new MemberChange(
        Fields.userId("userId", user),
        OrgRole.ofCode(role)
            .orElseThrow(
                () -> invalidField("role", "must be one of owner, admin, billing, member.")),
        Fields.optionalText("name", name, MAX_NAME),
        Fields.email("email", email));
  }
}
