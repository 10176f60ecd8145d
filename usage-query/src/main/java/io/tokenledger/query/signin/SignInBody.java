package io.tokenledger.query.signin;

/** Who signs in. */
public record SignInBody(String user, String password) {

  /** Without the password, wherever it may be written. */
  @Override
  public String toString() {
    return "SignInBody[" + user + "]";
  }
}
