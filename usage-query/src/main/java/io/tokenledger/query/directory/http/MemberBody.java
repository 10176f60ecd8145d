package io.tokenledger.query.directory.http;

import static io.tokenledger.service.http.ApiException.invalidField;

import io.tokenledger.query.directory.MemberChange;
import io.tokenledger.query.http.Texts;
import io.tokenledger.service.access.ApiTokenGrant;
import io.tokenledger.service.access.OrgRole;
import io.tokenledger.service.http.Input;
import java.util.regex.Pattern;
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

  private static final int MAX_USER_ID = 128;
  private static final int MAX_NAME = 200;
  private static final int MAX_EMAIL = 254;
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

  /** The user of the path; the body may say the same and nothing else. */
  MemberChange toChange(String ofPath) {
    Input user = Input.field("userId", userId);
    if (!user.isAbsent() && !user.raw().equals(ofPath)) {
      throw user.refused("must be the user of the path, or absent.");
    }
    return changeOf(ofPath);
  }

  MemberChange toChange() {
    return changeOf(userId);
  }

  private MemberChange changeOf(String user) {
    return new MemberChange(
        userId(Input.field("userId", user)),
        OrgRole.ofCode(role)
            .orElseThrow(
                () -> invalidField("role", "must be one of owner, admin, billing, member.")),
        Input.field("name", name).given().map(given -> Texts.label(given, MAX_NAME)),
        Input.field("email", email).given().map(MemberBody::email));
  }

  private static String email(Input given) {
    if (given.raw().length() > MAX_EMAIL || !EMAIL.matcher(given.raw()).matches()) {
      throw given.refused("must be an e-mail address of at most " + MAX_EMAIL + " characters.");
    }
    return Texts.label(given, MAX_EMAIL);
  }

  /** Of a person: API tokens are named otherwise, and nobody shall be taken for one. */
  private static String userId(Input given) {
    String userId = Texts.label(given, MAX_USER_ID);
    if (!userId.equals(given.raw()) || userId.startsWith(ApiTokenGrant.ACTOR_PREFIX)) {
      throw given.refused(
          "must neither begin nor end with a space, nor begin with '"
              + ApiTokenGrant.ACTOR_PREFIX
              + "'.");
    }
    return userId;
  }
}
