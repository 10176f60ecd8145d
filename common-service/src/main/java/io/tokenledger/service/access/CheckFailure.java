package io.tokenledger.service.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/**
 * Why the permission check of this request came to no result, if it did not. The framework answers
 * such a check like one that says no, which would blame the caller for a database that is away.
 */
@RequestScoped
public class CheckFailure {

  private Optional<Exception> reason = Optional.empty();

  public void note(Throwable failure) {
    reason = failure instanceof Exception exception ? Optional.of(exception) : Optional.empty();
  }

  public Optional<Exception> reason() {
    return reason;
  }
}
