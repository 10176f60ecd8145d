package io.tokenledger.query.signin;

/** Bodies as they look, for the API description. */
final class SignInExamples {

  static final String SIGN_IN = "{\"user\":\"ada.kowalski\",\"password\":\"demo\"}";
  static final String SIGNED_IN =
      "{\"token\":\"eyJhbGciOiJSUzI1NiJ9...\",\"expiresAt\":\"2026-03-01T18:00:00Z\"}";

  private SignInExamples() {}
}
