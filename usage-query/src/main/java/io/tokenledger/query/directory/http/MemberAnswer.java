package io.tokenledger.query.directory.http;

import io.tokenledger.query.directory.Member;
import io.tokenledger.service.http.Cursor;
import io.tokenledger.service.http.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A member of an org, under the name that this org gave. */
public record MemberAnswer(String userId, String name, String email, String role, Instant since) {

  static MemberAnswer of(Member member) {
    return new MemberAnswer(
        member.userId(), member.name(), member.email(), member.role().code(), member.since());
  }

  /**
   * Some of the members.
   *
   * @param nextCursor null on the last page
   */
  public record Page(List<MemberAnswer> members, Optional<String> nextCursor) {

    static Page of(List<Member> found, int limit) {
      Slice<Member> page = Slice.of(found, limit);
      return new Page(
          page.items().stream().map(MemberAnswer::of).toList(),
          page.last().map(last -> Cursor.encode(last.userId())));
    }
  }

  /** What an import did. */
  public record Imported(int imported, List<MemberAnswer> members) {

    static Imported of(List<Member> members) {
      return new Imported(members.size(), members.stream().map(MemberAnswer::of).toList());
    }
  }
}
