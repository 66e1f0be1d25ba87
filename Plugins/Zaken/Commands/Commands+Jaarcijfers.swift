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
        nl: "Toon de cijfers over een afgesloten jaar, of stel uw deel ervan vast.",
        en: "Show the figures over a closed year, or settle your part of them."),
      discussion: Language.ofProcess.choose(
        nl: """
          Elke rol die zulke zaken leidt, stelt één keer haar deel vast, ook als zij er geen had: dan verraadt dat deel niets.
          Wat later verandert, verandert hen niet. De precieze aantallen zijn voor haar en voor de ondernemingsraad.
          Voorbeelden:
            waarborg zaak jaarcijfers P-03 2025 --stel-vast --als directeur
            waarborg zaak jaarcijfers P-03 2025 --publiek
          """,
        en: """
          Each role that leads such cases settles its part once, also when it had none: then that part gives nothing away.
          What changes later does not change them. The precise numbers are for that role and for the works council.
          Examples:
            waarborg zaak jaarcijfers P-03 2025 --stel-vast --als director
            waarborg zaak jaarcijfers P-03 2025 --publiek
          """))
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
    @Option(
      help: Language.help(
        nl: "Schrijf ze als bladzijde om af te drukken; - is standaarduitvoer.",
        en: "Write them as a page to print; - is standard output.", "bestand"))
    var pagina: String?
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
        let stream = context.book.newStream(JaarcijfersVastgesteld.type.streamKind)
        var draft = EventDraft(
          JaarcijfersVastgesteld.self, stream: stream, effective: ImpreciseDate(context.book.today))
        draft[JaarcijfersVastgesteld.procedure] = found.id
        draft[JaarcijfersVastgesteld.jaar] = Int64(jaar)
        draft[JaarcijfersVastgesteld.aantal] = Int64(cijfers.aantal)
        draft[JaarcijfersVastgesteld.uitkomsten] = cijfers.uitkomsten.isEmpty ? nil : cijfers.uitkomsten
        draft[JaarcijfersVastgesteld.publiek] = cijfers.publiek
        var proposal = Proposal()
        proposal.drafts = kring(stream, context) + [draft]
        return proposal
      }
    }

    /// The circle first: what is sealed afterwards is sealed for who settles and for the ondernemingsraad, and for nobody
    /// whom a case may be about.
    private func kring(_ stream: StreamID, _ context: AppendContext) -> [EventDraft] {
      let raad = context.reading.registry.keysInOrder.filter { $0.rol == .ondernemingsraad && $0.revoked == nil }
      let access = context.book.newStream("Toegang")
      return ([context.signer] + raad.map(\.id).filter { $0 != context.signer }).map { key in
        var draft = EventDraft(ToegangVerleend.self, stream: access, effective: ImpreciseDate(context.book.today))
        draft[ToegangVerleend.stroom] = stream
        draft[ToegangVerleend.sleutel] = key
        return draft
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
      try program.read(reading) { book, reading in
        let delen = try Jaarcijferdelen.van(procedure, Int64(jaar), reading.views).map { try Deel($0, reading) }
        guard !delen.isEmpty else {
          throw Failure(
            .notFound,
            Text(
              nl: "over \(jaar) zijn van \(procedure) geen cijfers vastgesteld",
              en: "no figures of \(procedure) over \(jaar) were settled"),
            remedy: Text(
              nl: "waarborg zaak jaarcijfers \(procedure) \(jaar) --stel-vast",
              en: "waarborg zaak jaarcijfers \(procedure) \(jaar) --stel-vast"))
        }
        if let pagina {
          let blad = Cijferblad(
            titel: Self.titel(procedure), organisatie: reading.registry.founding?.organisatie ?? "", jaar: jaar,
            rijen: rijen(delen), dag: book.today)
          return try program.write(Array(blad.html().utf8), to: pagina)
        }
        print(rijen(delen), program)
      }
    }

    /// What the procedure is called, in the version that comes with the program where there is one.
    private static func titel(_ procedure: String) -> String {
      let known = Meegeleverd.bestanden.first { $0.id.lowercased() == procedure.lowercased() }
      return known.flatMap { Gelezen($0.bytes).procedure }.map { "\($0.id) \($0.titel)" } ?? procedure
    }

    /// What one role settled, as far as this reader may see it.
    private struct Deel {
      let rol: String
      let publiek: String
      /// The number and the breakdown; nil for who may not read them.
      let precies: (aantal: Int64, uitkomsten: [String])?

      init(_ deel: Jaarcijferdelen.Deel, _ reading: Reading) throws {
        rol = reading.registry.keys[deel.door]?.rol.text.nl ?? "–"
        let velden = try reading.filter.reveal(at: deel.position)
        func veld(_ field: FieldDeclaration) -> Revealed {
          velden.first { $0.field.name == field.name }?.revealed ?? .absent
        }
        publiek = veld(JaarcijfersVastgesteld.publiek.declaration).text()?.nl ?? "–"
        guard case .value(let count) = veld(JaarcijfersVastgesteld.aantal.declaration), let aantal = count.int else {
          precies = nil
          return
        }
        var uitkomsten: [String] = []
        if case .value(let ends) = veld(JaarcijfersVastgesteld.uitkomsten.declaration) {
          uitkomsten = (ends.array ?? []).compactMap(\.string)
        }
        precies = (aantal, uitkomsten)
      }
    }

    /// What is shown, under its label: the sum for who may read every part, else each part for itself.
    private func rijen(_ delen: [Deel]) -> [(label: String, waarde: String)] {
      let precies = publiek ? [] : delen.compactMap(\.precies)
      guard precies.count == delen.count else {
        return delen.map { deel in
          let aantal = publiek ? nil : deel.precies.map { "\($0.aantal)" }
          return (delen.count == 1 ? "zaken geopend" : "zaken geopend, \(deel.rol)", aantal ?? deel.publiek)
        }
      }
      var rows = [("zaken geopend", "\(precies.map(\.aantal).reduce(0, +))")]
      // Without the breakdown of one part the others would not add up to the sum.
      if precies.allSatisfy({ !$0.uitkomsten.isEmpty || $0.aantal == 0 }) {
        rows += Self.samen(precies.map(\.uitkomsten))
      }
      if rows.count == 1 { rows.append(("uitgesplitst", "nee: een enkele zaak zou eruit blijken")) }
      return rows
    }

    /// The lines of several breakdowns added up, in the order in which they come.
    private static func samen(_ delen: [[String]]) -> [(String, String)] {
      var order: [String] = []
      var sums: [String: Int] = [:]
      for line in delen.joined() {
        let parts = line.split(separator: ":").map { $0.trimmingPrefix(while: \.isWhitespace) }
        guard let count = parts.last.flatMap({ Int($0) }) else { continue }
        let label = parts.dropLast().joined(separator: ":")
        if sums[label] == nil { order.append(label) }
        sums[label, default: 0] += count
      }
      return order.map { ($0, "\(sums[$0] ?? 0)") }
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
