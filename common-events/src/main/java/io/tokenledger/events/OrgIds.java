package io.tokenledger.events;

import java.util.regex.Pattern;

/** The form of an org id, as the contract of the event says it. */
public final class OrgIds {

  /** The charset leaves out the comma, which separates orgs in a setting of the database. */
  public static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9._:-]{1," + UsageLimits.MAX_ID + "}");

  private OrgIds() {}

  /** True for 1–128 characters of {@code [A-Za-z0-9._:-]}. */
  public static boolean isOrgId(String text) {
    return FORM.matcher(text).matches();
  }
}
