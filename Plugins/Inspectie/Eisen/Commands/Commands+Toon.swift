import ArgumentParser
import Console
import Governance
import Ledger
import LedgerCrypto
import RuleFiles

extension EisenCommand {
  /// `waarborg inspectie eisen lijst`
  struct Lijst: ProgramCommand {
    static let configuration = CommandConfiguration(
      "lijst", nl: "Toon de eisenbomen, of de eisen van één boom.",
      en: "Show the trees, or the demands of one tree.",
      discussion: Text(
        nl: "Voorbeeld: waarborg inspectie eisen lijst AI", en: "Example: waarborg inspectie eisen lijst AI"))
    @Argument(help: Language.help(nl: "De boom, zoals AI.", en: "The tree, such as AI.", "boom")) var boom: String?
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let bomen = try eisenbomen(options, program)
      guard let boom else { return toon(bomen, program) }
      guard let found = bomen.boom(boom) else {
        throw Failure(
          .notFound, Text(nl: "er is geen eisenboom «\(boom)»", en: "there is no tree “\(boom)”"),
          remedy: Nearest.text(boom, among: bomen.bomen.map(\.boom.id))
            ?? Text(nl: "zie waarborg inspectie eisen lijst", en: "see waarborg inspectie eisen lijst"))
      }
      if shared.json {
        return found.boom.eisen.forEach { program.terminal.outJSON($0.json(found.boom, bomen.verwant($0)).text) }
      }
      var table = Table([
        .init(Text(nl: "Eis", en: "Demand"), overflow: .keep), .init(Text(nl: "Soort", en: "Kind")),
        .init(Text(nl: "Aard", en: "Nature")), .init(Text(nl: "Wat", en: "What")),
        .init(Text(nl: "Bron", en: "Source")),
      ])
      for eis in found.boom.eisen {
        table.row(
          "\(eis.id)", "\(eis.soort.text)", eis.soort == .procedure ? "–" : "\(eis.aard.text)", "\(eis.woorden)",
          "\(eis.bronnen.map(\.text).joined(separator: "; "))")
      }
      program.terminal.out(table)
    }

    private func toon(_ bomen: Eisenbomen, _ program: Program) {
      if shared.json {
        return bomen.bomen.forEach { found in
          program.terminal.outJSON(
            JSON.object([
              .init("boom", .string(found.boom.id)), .init("versie", .string(found.boom.versie)),
              .init("titel", .string(found.boom.titel)), .init("eisen", .int(Int64(found.boom.eisen.count))),
              .init("digest", .string(found.digest.hex)),
              .init("vastgesteld", found.vastgesteld.map { .int(Int64($0.position)) } ?? .null),
            ]).text)
        }
      }
      var table = Table([
        .init(Text(nl: "Boom", en: "Tree"), overflow: .keep), .init(Text(nl: "Titel", en: "Title")),
        .init(Text(nl: "Versie", en: "Version")), .number(Text(nl: "Eisen", en: "Demands")),
        .init(Text(nl: "Herkomst", en: "Origin")),
      ])
      for found in bomen.bomen {
        let origin =
          found.vastgesteld.map {
            Text(nl: "vastgesteld als nummer \($0.position)", en: "adopted as number \($0.position)")
          } ?? Text(nl: "meegeleverd", en: "comes with the program")
        table.row(
          "\(found.boom.id)", "\(found.boom.titel)", "\(found.boom.versie)", "\(found.boom.eisen.count)", "\(origin)")
      }
      program.terminal.out(table)
    }
  }

  /// `waarborg inspectie eisen toon`
  struct Toon: ProgramCommand {
    static let configuration = CommandConfiguration(
      "toon", nl: "Toon één eis: wat wordt gevraagd, waar, en wat haar bewijst.",
      en: "Show one demand: what is asked, where, and what proves it.",
      discussion: Text(
        nl: "Voorbeeld: waarborg inspectie eisen toon AI-1.16", en: "Example: waarborg inspectie eisen toon AI-1.16"))
    @Argument(help: Language.help(nl: "De eis, zoals AI-1.16.", en: "The demand, such as AI-1.16.", "eis"))
    var eis: String
    @OptionGroup var options: ReadingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      let bomen = try eisenbomen(options, program)
      guard let (found, boom) = bomen.eis(eis) else { throw Failure.onbekendeEis(eis, bomen) }
      if shared.json { return program.terminal.outJSON(found.json(boom.boom, bomen.verwant(found)).text) }
      program.terminal.out(StyledText("\(found.id) \(found.woorden)", .heading))
      var list = KeyValueList()
      list.add(Text(nl: "Soort", en: "Kind"), "\(found.soort.text)")
      list.add(Text(nl: "Plaats", en: "Place"), "\(boom.boom.steller): \(found.plaats)")
      list.add(Text(nl: "Bron", en: "Source"), "\(found.bronnen.map(\.text).joined(separator: "; "))")
      list.add(Text(nl: "Grondslag", en: "Basis"), "\(boom.boom.grondslag(found).joined(separator: "; "))")
      if found.ondernemingsraad != .geen { list.add(Text("OR"), "\(found.ondernemingsraad.text)") }
      if found.soort != .procedure {
        let measures = found.maatstaven.map(\.rawValue).joined(separator: ", ")
        list.add(Text(nl: "Aard", en: "Nature"), "\(found.aard.text) (\(measures))")
      }
      for regel in found.bewijs {
        list.add(Text(nl: "Bewijs", en: "Proof"), "\(regel.wat): \(regel.door.joined(separator: ", "))\(regel.meer)")
      }
      if !found.zaakstappen.isEmpty {
        let steps = found.zaakstappen.joined(separator: ", ")
        list.add(
          Text(nl: "In zaken", en: "In cases"),
          "\(Text(nl: "\(steps); van een zaak zelf komt niets naar buiten", en: "\(steps); of a case itself nothing is shown"))"
        )
      }
      let related = bomen.verwant(found)
      if !related.isEmpty { list.add(Text(nl: "Verwant", en: "Related"), "\(related.joined(separator: ", "))") }
      program.terminal.out(list)
    }
  }
}

extension Failure {
  /// What someone is told who names a demand that does not exist.
  static func onbekendeEis(_ eis: String, _ bomen: Eisenbomen) -> Failure {
    Failure(
      .notFound, Text(nl: "er is geen eis «\(eis)»", en: "there is no demand “\(eis)”"),
      remedy: Nearest.text(eis, among: bomen.bomen.flatMap(\.boom.eisen).map(\.id))
        ?? Text(nl: "zie waarborg inspectie eisen lijst", en: "see waarborg inspectie eisen lijst"))
  }
}

extension Bewijsregel {
  /// What is asked beyond the kind of event, in brackets; empty when nothing is.
  var meer: String {
    let parts =
      waarden.map { "\($0.veld): \($0.waarde)" } + met.map { "met \($0)" } + voorwaarden.map(\.rawValue)
      + (regeling.map { ["regeling: \(($0.soorten + $0.bevat).joined(separator: ", "))"] } ?? [])
    return parts.isEmpty ? "" : " (\(parts.joined(separator: "; ")))"
  }
}

extension Eis {
  /// The demand under stable names.
  func json(_ boom: Eisenboom, _ verwant: [String]) -> JSON {
    [
      "eis": .string(id), "boom": .string(boom.id), "soort": soort.json, "woorden": .string(woorden),
      "plaats": .string(plaats), "bronnen": .array(bronnen.map { .string($0.text) }),
      "grondslag": .array(boom.grondslag(self).map { .string($0) }), "ondernemingsraad": ondernemingsraad.json,
      "aard": soort == .procedure ? .null : aard.json, "maatstaf": .array(maatstaven.map(\.json)),
      "bewijs": .array(
        bewijs.map { regel in
          [
            "wat": .string(regel.wat), "door": .array(regel.door.map { .string($0) }),
            "voorwaarden": .array(regel.voorwaarden.map(\.json)), "meer": .string(regel.meer),
          ]
        }), "optioneel": .bool(isOptioneel), "zaakstappen": .array(zaakstappen.map { .string($0) }),
      "verwant": .array(verwant.map { .string($0) }),
    ]
  }
}
