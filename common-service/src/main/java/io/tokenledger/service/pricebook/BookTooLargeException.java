package io.tokenledger.service.pricebook;

import java.io.IOException;

/** The price book of pricing-service is larger than this service takes. */
final class BookTooLargeException extends IOException {

  BookTooLargeException(long maxBytes) {
    super(
        "the price book is larger than %d MiB (tokenledger.pricing.max-book-mib)"
            .formatted(maxBytes >> 20));
  }
}
