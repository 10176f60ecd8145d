package io.tokenledger.gateway.upstream;

import io.tokenledger.gateway.request.Api;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which upstream a call goes to. */
public final class Upstreams {

  private final List<Upstream> all;

  public Upstreams(List<Upstream> all) {
    this.all = List.copyOf(all);
  }

  public List<Upstream> all() {
    return all;
  }

  /** By its name. */
  public Optional<Upstream> named(String name) {
    return all.stream().filter(upstream -> upstream.name().equals(name)).findFirst();
  }

  /**
   * Where a call of a model goes: to the upstream that lists it, to the one that it names as {@code
   * NAME/model}, or to the one that takes all of the API.
   */
  public Optional<Choice> forModel(Api api, String model) {
    return forListed(api, model)
        .or(() -> takerOfAll(api).map(upstream -> new Choice(upstream, model)));
  }

  /** The same, save for those that take what nobody lists. */
  public Optional<Choice> forListed(Api api, String model) {
    return only(api, upstream -> upstream.models().contains(model))
        .map(upstream -> new Choice(upstream, model))
        .or(() -> named(api, model));
  }

  /** Where a call without a model goes: to who takes all of the API, or who alone speaks it. */
  public Optional<Upstream> forApi(Api api) {
    return takerOfAll(api).or(() -> only(api, upstream -> true));
  }

  private Optional<Choice> named(Api api, String model) {
    int slash = model.indexOf('/');
    if (slash <= 0) {
      return Optional.empty();
    }
    String name = model.substring(0, slash);
    String rest = model.substring(slash + 1);
    return only(api, upstream -> upstream.name().equals(name) && upstream.takes(rest))
        .map(upstream -> new Choice(upstream, rest));
  }

  /** One that has this API as its own goes before a local server that speaks it as well. */
  private Optional<Upstream> takerOfAll(Api api) {
    return only(api, upstream -> upstream.takesAll() && upstream.apis().size() == 1)
        .or(() -> only(api, Upstream::takesAll));
  }

  private Optional<Upstream> only(Api api, Predicate<Upstream> wanted) {
    List<Upstream> found = all.stream().filter(u -> u.speaks(api)).filter(wanted).toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  /**
   * @param model as the upstream knows it, without the name of the upstream
   */
  public record Choice(Upstream upstream, String model) {}
}
