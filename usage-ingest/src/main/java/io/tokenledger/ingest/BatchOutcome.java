package io.tokenledger.ingest;

import io.tokenledger.events.RecordedUsage;
import java.util.List;

/** What became of a batch: the events recorded, and how many were something else. */
public record BatchOutcome(
    List<RecordedUsage> recorded, int duplicates, int conflicts, int invalid) {}
