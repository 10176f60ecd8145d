package io.tokenledger.local.demo;

import static io.tokenledger.local.demo.DemoFeature.CHAT;
import static io.tokenledger.local.demo.DemoFeature.EMBEDDING;
import static io.tokenledger.local.demo.DemoFeature.EXPERIMENT;
import static io.tokenledger.local.demo.DemoFeature.IMAGES;
import static io.tokenledger.local.demo.DemoFeature.PLAYGROUND;
import static io.tokenledger.local.demo.DemoFeature.RAG;
import static io.tokenledger.local.demo.DemoFeature.TOOLS;

import java.util.List;
import java.util.random.RandomGenerator;

/** The orgs and people of the demo; all of them are invented. */
public final class DemoPlatform {

  public static final String SIGN_IN_ORG = "northwind-labs";
  public static final String SIGN_IN_USER = "mara.lindqvist";

  /** Runs the ledger for all of them, and is a member of none. */
  public static final String OPERATOR = "vera.holm";

  static final List<DemoOrg> ORGS =
      List.of(
          new DemoOrg(
              SIGN_IN_ORG,
              "Northwind Labs",
              14,
              400,
              new DemoTag("customerId", "C-10", 8),
              List.of(CHAT, CHAT, CHAT, TOOLS, TOOLS, TOOLS, RAG, PLAYGROUND, EXPERIMENT, IMAGES),
              List.of(
                  new DemoUser(SIGN_IN_USER, "Mara Lindqvist", "owner"),
                  new DemoUser("tom.okafor", "Tom Okafor", "admin"),
                  new DemoUser("ines.moreau", "Inès Moreau", "member"),
                  new DemoUser("jun.sato", "Jun Sato", "member"),
                  new DemoUser("priya.raman", "Priya Raman", "billing"),
                  new DemoUser("leo.fischer", "Leo Fischer", "member"))),
          new DemoOrg(
              "helio-robotics",
              "Helio Robotics",
              7,
              300,
              new DemoTag("robotId", "helio-", 5),
              List.of(TOOLS, TOOLS, TOOLS, CHAT, EXPERIMENT),
              List.of(
                  new DemoUser("ada.kowalski", "Ada Kowalski", "owner"),
                  new DemoUser("sam.whitfield", "Sam Whitfield", "member"),
                  new DemoUser("noor.haddad", "Noor Haddad", "admin"),
                  new DemoUser("diego.alvarez", "Diego Álvarez", "member"))),
          new DemoOrg(
              "quill-legal",
              "Quill Legal",
              5,
              20,
              new DemoTag("matterId", "M-20", 9),
              List.of(RAG, RAG, RAG, CHAT, CHAT, EMBEDDING),
              List.of(
                  new DemoUser("helen.brandt", "Helen Brandt", "owner"),
                  new DemoUser("marcus.webb", "Marcus Webb", "billing"),
                  new DemoUser("yuki.tanaka", "Yuki Tanaka", "member"))),
          new DemoOrg(
              "brightpath",
              "Brightpath Education",
              4,
              25,
              new DemoTag("courseId", "algebra-", 6),
              List.of(CHAT, CHAT, CHAT, CHAT, PLAYGROUND, EMBEDDING, IMAGES),
              List.of(
                  new DemoUser("olga.petrova", "Olga Petrova", "admin"),
                  new DemoUser("ben.carter", "Ben Carter", "member"),
                  new DemoUser("chloe.martin", "Chloé Martin", "owner"),
                  new DemoUser("ravi.menon", "Ravi Menon", "member"),
                  new DemoUser("anna.nilsen", "Anna Nilsen", "billing"))),
          new DemoOrg(
              "orbit-games",
              "Orbit Games",
              2,
              25,
              new DemoTag("titleId", "orbit-", 3),
              List.of(CHAT, PLAYGROUND, EXPERIMENT, IMAGES),
              List.of(
                  new DemoUser("finn.oconnor", "Finn O'Connor", "owner"),
                  new DemoUser("zoe.adler", "Zoë Adler", "member"))));

  private DemoPlatform() {}

  static DemoOrg pickOrg(RandomGenerator random) {
    int left = random.nextInt(ORGS.stream().mapToInt(DemoOrg::weight).sum());
    for (DemoOrg org : ORGS) {
      left -= org.weight();
      if (left < 0) {
        return org;
      }
    }
    throw new IllegalStateException("weights");
  }
}
