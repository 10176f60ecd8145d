package io.tokenledger.service.pricebook;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/**
 * An answer in memory, up to a size: reading more than there is memory for would end the process.
 */
final class BoundedBody implements BodySubscriber<byte[]> {

  private final BodySubscriber<byte[]> whole = BodySubscribers.ofByteArray();
  private final long maxBytes;
  private long bytes;
  private Flow.Subscription subscription;

  private BoundedBody(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  static BodyHandler<byte[]> of(long maxBytes) {
    return answer -> new BoundedBody(maxBytes);
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return whole.getBody();
  }

  @Override
  public void onSubscribe(Flow.Subscription subscribed) {
    subscription = subscribed;
    whole.onSubscribe(subscribed);
  }

  @Override
  public void onNext(List<ByteBuffer> some) {
    bytes += some.stream().mapToLong(ByteBuffer::remaining).sum();
    if (bytes > maxBytes) {
      subscription.cancel();
      whole.onError(new BookTooLargeException(maxBytes));
    } else {
      whole.onNext(some);
    }
  }

  @Override
  public void onError(Throwable failure) {
    whole.onError(failure);
  }

  @Override
  public void onComplete() {
    whole.onComplete();
  }
}
