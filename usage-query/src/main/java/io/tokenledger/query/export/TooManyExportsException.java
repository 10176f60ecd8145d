package io.tokenledger.query.export;

/** As many exports run as may at once. */
final class TooManyExportsException extends RuntimeException {}
