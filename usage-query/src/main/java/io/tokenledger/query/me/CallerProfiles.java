package io.tokenledger.query.me;

import io.smallrye.mutiny.Uni;
import io.tokenledger.query.access.CallerAccess;
import io.tokenledger.query.access.CallerIdentity;
import io.tokenledger.query.directory.MemberDirectory;
import io.tokenledger.query.directory.Org;
import io.tokenledger.query.directory.OrgDirectory;
import io.tokenledger.query.directory.OrgSettings;
import io.tokenledger.query.me.MeAnswer.OwnOrg;
import io.tokenledger.service.access.OrgPermission;
import io.tokenledger.service.access.OrgRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The flow of what a page asks first: who am I, and where may I do what. */
@ApplicationScoped
public class CallerProfiles {

  /** Enough for a page to choose from; a superadmin of more finds the rest by the list of orgs. */
  static final int MAX_ORGS = 1_000;

  private final CallerAccess access;
  private final OrgDirectory orgs;
  private final MemberDirectory members;

  CallerProfiles(CallerAccess access, OrgDirectory orgs, MemberDirectory members) {
    this.access = access;
    this.orgs = orgs;
    this.members = members;
  }

  public Uni<MeAnswer> ofCaller() {
    return access.identity().chain(this::of);
  }

  private Uni<MeAnswer> of(CallerIdentity caller) {
    return members
        .nameOf(caller.userId())
        .map(listed -> caller.toldName().or(() -> listed))
        .chain(
            name ->
                orgsOf(caller)
                    .map(found -> new MeAnswer(caller.userId(), name, caller.superadmin(), found)));
  }

  private Uni<List<OwnOrg>> orgsOf(CallerIdentity caller) {
    return orgs.orgs(caller.orgs(), "", MAX_ORGS)
        .map(
            listed ->
                withUnlisted(caller.orgs().orgs(), listed).entrySet().stream()
                    .map(org -> ownOrg(caller, org.getKey(), org.getValue()))
                    .toList());
  }

  /** Roles may come from the token, and then of orgs that the directory does not know. */
  private static Map<String, OrgSettings> withUnlisted(Set<String> wanted, List<Org> listed) {
    Map<String, OrgSettings> settings =
        new TreeMap<>(listed.stream().collect(Collectors.toMap(Org::orgId, Org::settings)));
    wanted.stream()
        .limit(MAX_ORGS)
        .forEach(orgId -> settings.computeIfAbsent(orgId, OrgSettings::ofUnlisted));
    return settings;
  }

  private static OwnOrg ownOrg(CallerIdentity caller, String orgId, OrgSettings settings) {
    return new OwnOrg(
        orgId,
        settings.name(),
        caller.roleIn(orgId).map(OrgRole::code),
        caller.permissionsIn(orgId).stream().map(OrgPermission::code).toList(),
        settings.timeZone(),
        settings.currencyLabel());
  }
}
