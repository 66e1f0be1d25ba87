import Foundation
import Governance
import TestBench

/// What nobody outside a case may ever see, one word for each text, name and paper that is recorded in it.
enum Zaakkanarie {
  /// By field, and what is recorded beside fields.
  static let all: [String] = [
    "Klager", "Beklaagde", "Gedraging", "Klacht", "Omschrijving", "Afschrift", "RedenExtern", "Onderzoekers",
    "Maatregel", "Instantie", "VerslagKlager", "Concept", "Bezwaren", "Opmerkingen", "Rapport", "Motivering",
    "Standpunt", "Stappen", "Reactie", "Conclusie", "Vergissing", "Tegengehouden",
  ].map { word($0) }

  static func word(_ name: String) -> String { "Kanarie-Zaak-\(name)" }

  /// What is no text of the case, and would still tell which it is or where it stands.
  static let stand = [
    "KlachtIngediend", "OnderzoekBelegd", "MaatregelGetroffen", "HoorverslagVastgesteld", "StandpuntVerzonden",
    "BehandelingAfgerond", "standpuntVerzonden", "inOnderzoekIntern",
  ]
}

extension Bench {
  /// The case in it, as people call it.
  var zaak: String {
    get throws { try String(contentsOfFile: path("kenmerk"), encoding: .utf8) }
  }

  /// A ledger with a key for every role, called as the role in small letters, and a case about the municipal secretary with a canary in every field that is
  /// text, name or paper; for tests that only read.
  static func metZaak() throws -> Bench { try zaakTemplate.toRead() }

  /// A copy of it, for tests that write.
  static func metZaakToChange() throws -> Bench { try zaakTemplate.copy() }

  private static let zaakTemplate = PreparedBench {
    let bench = try Bench.founded()
    let there = ["secretariaat", "college", "ondernemingsraad"]
    for role in Rol.allCases.map(\.rawValue) where !there.contains(role) {
      try bench.run("key", "new", role.lowercased(), "--rol", role).orThrow()
      try bench.inLedger("key", "register", role.lowercased(), als: "secretariaat").orThrow()
    }
    try bench.adopt("P-01")
    for name in ["Klacht", "Afschrift", "VerslagKlager", "Concept", "Opmerkingen", "Rapport", "Standpunt", "Reactie"] {
      try bench.write("\(Zaakkanarie.word(name))\n", to: "\(name).txt")
    }
    let opened = try bench.type(
      "zaak open P-01 --over algemeenDirecteur --lid onderzoeker=onderzoeker --lid teamleiderpo=adviseur --op {-300}"
        + " --veld indiener=werkzaam --veld vorm=email --veld klacht=@Klacht.txt"
        + texts("klager", "beklaagde", "gedraging"), als: "burgemeester"
    ).orThrow()
    try bench.write(opened.output.trimmingCharacters(in: .whitespacesAndNewlines), to: "kenmerk")
    for (key, command) in script { try bench.type(command.replacing("Z ", with: "\(bench.zaak) "), als: key).orThrow() }
    return bench
  }

  private static func texts(_ fields: String...) -> String {
    fields.map { " --veld \($0)=\(Zaakkanarie.word($0.prefix(1).uppercased() + $0.dropFirst()))" }.joined()
  }

  /// Every step on the way through an investigation, with all its fields; what is corrected and held as well.
  private static let script: [(key: String, command: String)] = [
    (
      "burgemeester",
      "zaak stap Z OntvangstbevestigingVerzonden --veld afschrift=@Afschrift.txt --op {-299}" + texts("omschrijving")
    ),
    ("burgemeester", "zaak stap Z AfschriftAanBeklaagdeVerstrekt --veld afschrift=@Afschrift.txt --op {-298}"),
    (
      "burgemeester",
      "zaak stap Z OnderzoekBelegd --veld wijze=intern --veld conflictGetoetst=ja --op {-297}"
        + texts("redenExtern", "onderzoekers")
    ),
    ("burgemeester", "zaak stap Z MaatregelGetroffen --op {-296}" + texts("maatregel")),
    (
      "burgemeester",
      "zaak stap Z ExterneInstantieGeinformeerd --veld moment=voorOnderzoek --op {-296}" + texts("instantie")
    ),
    (
      "onderzoeker",
      "zaak stap Z HoorverslagVastgesteld --veld wie=klager --veld gehoordOp=2024-01-01"
        + " --veld verslagKlager=@VerslagKlager.txt --op {-295}"
    ),
    (
      "onderzoeker",
      "zaak stap Z ConceptrapportVoorgelegd --veld concept=@Concept.txt"
        + " --veld ernstigeBezwaren=Kanarie-Zaak-Bezwaren --op {-294}"
    ),
    (
      "onderzoeker",
      "zaak stap Z OpmerkingenOntvangen --veld van=klager --veld opmerkingen=@Opmerkingen.txt --op {-293}"
    ),
    ("onderzoeker", "zaak stap Z OnderzoeksrapportVastgesteld --veld rapport=@Rapport.txt --op {-292}"),
    ("burgemeester", "zaak stap Z StandpuntUitgesteld --veld verwacht=2026-01-01 --op {-291}" + texts("motivering")),
    (
      "burgemeester",
      "zaak stap Z StandpuntVerzonden --veld standpunt=@Standpunt.txt --op {-290}" + texts("stappen")
    ),
    ("burgemeester", "zaak stap Z ReactieOntvangen --veld van=klager --veld reactie=@Reactie.txt --op {-289}"),
    (
      "burgemeester",
      "zaak stap Z BehandelingAfgerond --veld uitkomst=gegrond --veld algemeneConclusie=Kanarie-Zaak-Conclusie"
        + " --op {-288}"
    ),
    ("burgemeester", "zaak corrigeer Z 6 --reden Kanarie-Zaak-Vergissing"),
    ("burgemeester", "vernietiging houd Z --grond Kanarie-Zaak-Tegengehouden"),
    ("burgemeester", "zaak verstrek Z --aan klager"),
    ("burgemeester", "zaak toegang Z teamleiderpo --intrekken"),
  ]

  /// Every command of the program that does something, as its parser knows them.
  func commands() throws -> Set<String> {
    let dump = try run("--experimental-dump-help").orThrow()
    let json = try JSONSerialization.jsonObject(with: Data(dump.outputBytes)) as? [String: Any]
    return Self.leaves(json?["command"] as? [String: Any] ?? [:], [])
  }

  private static func leaves(_ command: [String: Any], _ path: [String]) -> Set<String> {
    let subcommands = (command["subcommands"] as? [[String: Any]] ?? []).filter {
      $0["commandName"] as? String != "help"
    }
    guard !subcommands.isEmpty else { return [path.joined(separator: " ")] }
    return subcommands.reduce(into: []) { found, sub in
      found.formUnion(leaves(sub, path + [sub["commandName"] as? String ?? "?"]))
    }
  }
}
