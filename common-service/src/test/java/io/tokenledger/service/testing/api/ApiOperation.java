package io.tokenledger.service.testing.api;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One method of one path.
 *
 * @param method in upper case
 * @param path with its parameters in braces
 * @param description what the document says about it
 */
public record ApiOperation(ApiDocument document, String method, String path, JsonNode description) {

  @Override
  public String toString() {
    return method + " " + path;
  }
}
