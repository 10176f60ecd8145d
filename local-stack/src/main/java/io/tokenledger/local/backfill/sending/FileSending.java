package io.tokenledger.local.backfill.sending;

import io.tokenledger.events.UsageEvent;
import io.tokenledger.local.backfill.ErrorFile;
import io.tokenledger.local.backfill.ImportCounts;
import io.tokenledger.local.backfill.PastUsage;
import io.tokenledger.local.backfill.Refusal;
import io.tokenledger.local.backfill.resume.ResumeFile;
import io.tokenledger.local.backfill.resume.SentLines;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Sends what is read of one file, from the line on that an earlier run came to. The mark of how far
 * it came never passes a line that is not acknowledged, so that a process may end at any moment:
 * what is sent once more is a duplicate to the ledger.
 */
public final class FileSending implements PastUsage.Reader {

  private static final int MAX_ON_THE_WAY = 20_000;
  private static final long MARK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private final String file;
  private final EventSink sink;
  private final Optional<ResumeFile> mark;
  private final ErrorFile errors;
  private final ImportCounts counts;
  private final ImportProgress progress;
  private final BooleanSupplier stopped;
  private final SentLines sent = new SentLines(MAX_ON_THE_WAY);
  private final long markEveryNanos;
  private final long from;
  private long marked;
  private long markedAtNanos = System.nanoTime();
  private boolean cut;

  /**
   * @param mark empty when it is not kept how far the import came
   * @param stopped true when somebody wants it to end
   */
  public FileSending(
      String file,
      EventSink sink,
      Optional<ResumeFile> mark,
      ErrorFile errors,
      ImportCounts counts,
      ImportProgress progress,
      BooleanSupplier stopped) {
    this(file, sink, mark, errors, counts, progress, stopped, MARK_EVERY_NANOS);
  }

  FileSending(
      String file,
      EventSink sink,
      Optional<ResumeFile> mark,
      ErrorFile errors,
      ImportCounts counts,
      ImportProgress progress,
      BooleanSupplier stopped,
      long markEveryNanos) {
    this.markEveryNanos = markEveryNanos;
    this.file = file;
    this.sink = sink;
    this.mark = mark;
    this.errors = errors;
    this.counts = counts;
    this.progress = progress;
    this.stopped = stopped;
    from = mark.map(ResumeFile::acknowledgedLine).orElse(0L);
    marked = from;
  }

  @Override
  public void note(String note) {
    if (!note.isEmpty()) {
      progress.say(note);
    }
    if (from > 0) {
      progress.say("Goes on after line %,d, where it was stopped.".formatted(from));
    }
  }

  @Override
  public void event(long line, byte[] message, UsageEvent event) throws InterruptedException {
    if (line <= from) {
      counts.addAcknowledgedBefore();
      return;
    }
    long ticket = sent.begin(line);
    if (ticket >= 0) {
      sink.send(event.eventId(), message, failure -> answer(ticket, failure));
    }
  }

  @Override
  public void refused(Refusal refusal) {
    errors.add(file, refusal);
  }

  @Override
  public boolean goOn(long line, long position) {
    long now = System.nanoTime();
    if (now - markedAtNanos >= markEveryNanos) {
      mark();
      markedAtNanos = now;
    }
    progress.at(line, position, sent);
    cut = stopped.getAsBoolean() || sent.failure() != null;
    return !cut;
  }

  /**
   * Waits for what is on the way.
   *
   * @return what went wrong; null when all that was sent is acknowledged
   */
  public Exception end() {
    sink.flush();
    Exception failure = sent.failure();
    if (cut || failure != null) {
      mark();
    } else {
      mark.ifPresent(ResumeFile::delete);
    }
    return failure;
  }

  /** How many were acknowledged in this run. */
  public long acknowledged() {
    return sent.count();
  }

  private void answer(long ticket, Exception failure) {
    if (failure == null) {
      sent.acknowledge(ticket);
    } else {
      sent.fail(failure);
    }
  }

  private void mark() {
    long upTo = sent.upTo();
    if (upTo > marked) {
      mark.ifPresent(file -> file.acknowledged(upTo));
      marked = upTo;
    }
  }
}
