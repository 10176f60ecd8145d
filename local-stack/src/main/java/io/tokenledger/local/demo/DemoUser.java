package io.tokenledger.local.demo;

/**
 * @param role in its org, see the contract
 */
record DemoUser(String id, String name, String role) {

  String email() {
    return id + "@example.com";
  }
}
