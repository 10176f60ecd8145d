package io.tokenledger.service.access;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A bearer token that begins as API tokens do. */
class ApiTokenRequest extends BaseAuthenticationRequest {

  private final String secret;

  ApiTokenRequest(String secret) {
    this.secret = secret;
  }

  String secret() {
    return secret;
  }
}
