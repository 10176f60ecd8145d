/** Reads JSON as it comes, and keeps of it only the fields it was told of. Knows no provider. */
package io.tokenledger.gateway.answer.json;
