import ArgumentParser
import Console
import Governance
import Ledger

extension ZaakCommand {
  /// `waarborg zaak jaarcijfers`
  struct Cijfers: ProgramCommand {
    static let configuration = CommandConfiguration(
      commandName: "jaarcijfers",
      abstract: Language.ofProcess.choose(
        nl: "Toon de cijfers over een afgesloten jaar; de eerste keer worden zij vastgesteld.",
        en: "Show the figures over a closed year; the first time they are settled."),
      discussion: Language.ofProcess.choose(
        nl: """
          Een jaar heeft één stel cijfers: wat later verandert, verandert hen niet. Wat een enkele zaak zou tonen, staat er niet in.
          Voorbeeld: waarborg zaak jaarcijfers P-03 2025 --stel-vast --als directeur
                     waarborg zaak jaarcijfers P-03 2025 --publiek
          """,
        en: "Example: waarborg zaak jaarcijfers P-03 2025 --stel-vast --als directeur"))
    @Argument(help: Language.help(nl: "De procedure.", en: "The procedure.", "procedure")) var procedure: String
    @Argument(help: Language.help(nl: "Het jaar.", en: "The year.", "jaar")) var jaar: Int
    @Option(
      parsing: .singleValue,
      help: Language.help(
        nl: "Hoeveel mensen een team telt, voor cijfers per team; mag vaker.",
        en: "How many people a team has, for figures by team; may be repeated.", "team=aantal"))
    var team: [String] = []
    @Flag(help: Language.help(nl: "Stel de cijfers vast.", en: "Settle the figures.")) var stelVast = false
    @Flag(help: Language.help(nl: "Zoals het publiek ze leest.", en: "As the public reads them.")) var publiek = false
    @Flag(help: Language.help(nl: "Als CSV.", en: "As CSV.")) var csv = false
    @OptionGroup var options: AppendingOptions
    var shared: SharedOptions { options.shared }

    func run(_ program: Program) throws {
      if stelVast { try vast(program) }
      try toon(program)
    }

    private func vast(_ program: Program) throws {
      try program.append(options) { context in
        let (_, found) = try Procedures(context.reading).geldend(procedure, op: context.book.today)
        try magVaststellen(found, context)
        let cijfers = Jaarcijfers(try context.zaken.alle(), found, jaar: jaar, teams: try teams())
        var draft = EventDraft(
          JaarcijfersVastgesteld.self, stream: context.book.newStream(JaarcijfersVastgesteld.type.streamKind),
          effective: ImpreciseDate(context.book.today))
        draft[JaarcijfersVastgesteld.procedure] = found.id
        draft[JaarcijfersVastgesteld.jaar] = Int64(jaar)
        draft[JaarcijfersVastgesteld.aantal] = Int64(cijfers.aantal)
        draft[JaarcijfersVastgesteld.uitkomsten] = cijfers.uitkomsten.isEmpty ? nil : cijfers.uitkomsten
        draft[JaarcijfersVastgesteld.publiek] = cijfers.publiek
        return Proposal(draft)
      }
    }

    private func teams() throws -> [String: Int] {
      try team.reduce(into: [:]) { teams, text in
        let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
        guard parts.count == 2, let count = Int(parts[1]), count >= 0 else {
          throw Failure(
            .badInput, Text(nl: "--team: verwacht team=aantal", en: "--team: expected team=number"),
            remedy: Text(nl: "zoals --team toezichtEnHandhaving=34", en: "such as --team toezichtEnHandhaving=34"))
        }
        teams[parts[0]] = count
      }
    }

    /// Only who opens such cases knows how many there were.
    private func magVaststellen(_ procedure: Procedure, _ context: AppendContext) throws {
      let rollen = procedure.openingen.flatMap { procedure.tekenaars($0) }.flatMap(\.rollen)
      guard let rol = context.rol, !rollen.contains(rol) else { return }
      throw Failure(
        .notPermitted,
        Text(
          nl: "\(rol.text.nl) behandelt \(procedure.id) niet en kent het aantal niet",
          en: "the \(rol.text.en) does not handle \(procedure.id) and does not know the number"),
        remedy: Text(
          nl: "dat doet: \(Set(rollen).map(\.rawValue).sorted().joined(separator: ", "))",
          en: "who does: \(Set(rollen).map(\.rawValue).sorted().joined(separator: ", "))"),
        rule: RuleCitation(id: "JAAR-ROL", source: procedure.herkomst.text))
    }

    private func toon(_ program: Program) throws {
      var reading = try ReadingOptions.parse([])
      reading.shared = options.shared
      reading.key = options.key
      try program.read(reading) { _, reading in
        let fact = try reading.views.facts(of: JaarcijfersVastgesteld.self).first {
          $0[JaarcijfersVastgesteld.procedure]?.lowercased() == procedure.lowercased()
            && $0[JaarcijfersVastgesteld.jaar] == Int64(jaar)
        }
        guard let fact else {
          throw Failure(
            .notFound,
            Text(
              nl: "over \(jaar) zijn van \(procedure) geen cijfers vastgesteld",
              en: "no figures of \(procedure) over \(jaar) were settled"),
            remedy: Text(
              nl: "waarborg zaak jaarcijfers \(procedure) \(jaar) --stel-vast",
              en: "waarborg zaak jaarcijfers \(procedure) \(jaar) --stel-vast"))
        }
        print(try rijen(fact, reading), program)
      }
    }

    /// What is shown, under its label.
    private func rijen(_ fact: Fact, _ reading: Reading) throws -> [(label: String, waarde: String)] {
      func value(_ field: Field<some FieldValue>) throws -> Revealed {
        try reading.filter.reveal(fact.reference(field))
      }
      let open = try value(JaarcijfersVastgesteld.publiek).text()?.nl ?? "–"
      if publiek { return [("zaken geopend", open)] }
      guard case .value(let count) = try value(JaarcijfersVastgesteld.aantal) else { return [("zaken geopend", open)] }
      var rows = [("zaken geopend", count.int.map { "\($0)" } ?? "–")]
      if case .value(let ends) = try value(JaarcijfersVastgesteld.uitkomsten) {
        for text in (ends.array ?? []).compactMap(\.string) {
          let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmingPrefix(while: \.isWhitespace) }
          rows.append((String(parts.first ?? ""), String(parts.last ?? "")))
        }
      }
      if rows.count == 1 { rows.append(("uitgesplitst", "nee: een enkele zaak zou eruit blijken")) }
      return rows
    }

    private func print(_ rows: [(label: String, waarde: String)], _ program: Program) {
      if shared.json {
        program.terminal.outJSON(JSON.object(rows.map { JSON.Member($0.label, .string($0.waarde)) }).text)
      } else if csv {
        program.terminal.outExactly("procedure,jaar,cijfer,waarde\r\n")
        for row in rows { program.terminal.outExactly("\(procedure),\(jaar),\"\(row.label)\",\"\(row.waarde)\"\r\n") }
      } else {
        var list = KeyValueList()
        list.add(Text(nl: "Procedure", en: "Procedure"), "\(procedure), \(jaar)")
        for row in rows { list.add(Text(row.label), "\(row.waarde)") }
        program.terminal.out(list)
      }
    }
  }
}
