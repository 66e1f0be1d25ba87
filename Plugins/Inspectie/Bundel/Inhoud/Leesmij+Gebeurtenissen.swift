import Console
import Governance
import Ledger
import Publication

/// What happened, in order: the case of each letter, every event, and whom to ask about what.
extension Leesmij {
  /// By the day on which they were, the right one where a correction gave it, and among those of one day by their place.
  var opDatum: [Gebeurtenisstuk] {
    work.stukken.sorted {
      let (left, right) = (datum($0).earliest, datum($1).earliest)
      if let left, let right, left != right { return left < right }
      if (left == nil) != (right == nil) { return left == nil }
      return $0.event.position < $1.event.position
    }
  }

  private func datum(_ stuk: Gebeurtenisstuk) -> ImpreciseDate {
    work.feiten[stuk.event.position]?.effective ?? stuk.event.effective
  }

  func gebeurtenis(_ stuk: Gebeurtenisstuk) -> TemplateValue {
    let closed = stuk.weggelaten.count
    let words = closed == 0 ? nil : "\(closed) \(closed == 1 ? "veld" : "velden") weggelaten"
    return [
      "nummer": .text(String(stuk.event.position)), "datum": .text(datum(stuk).text.nl),
      "wat": .text(stuk.event.type.meaning), "over": .optional(over(stuk.event)),
      "later": .optional(later(stuk.event.position)), "gesloten": .optional(words),
      "rol": .text(ondertekenaar(stuk.event)), "vastgelegd": .text(stuk.event.recordedOn.text.nl),
    ]
  }

  /// Who signed it, and for whom.
  func ondertekenaar(_ event: RecordedEvent) -> String {
    work.feiten[event.position]?.signedBy(registry, catalog).nl ?? registry.keys[event.signed.key]?.rol.text.nl ?? "-"
  }

  /// What an event is about, where its clear facts say so, and which demands it serves.
  func over(_ event: RecordedEvent) -> String? {
    let demands = event[Bewijs.eisen].map { "voor \($0.joined(separator: ", "))" }
    let said = [
      event[MaatregelVastgelegd.omschrijving], event[BewijsstukVastgelegd.wat], demands, verbetert(event),
    ].compactMap(\.self)
    return said.isEmpty ? nil : said.joined(separator: "; ")
  }

  /// Of which event a correction speaks, and what it says of it.
  private func verbetert(_ event: RecordedEvent) -> String? {
    guard let id = event[Correction.event] else { return nil }
    let earlier = work.feiten.values.first { $0.id == id }.map { "nummer \($0.position)" } ?? "een eerdere gebeurtenis"
    let what = event[Correction.date].map { "\(earlier) is van \($0.text.nl)" } ?? "\(earlier) is ingetrokken"
    return what + omdat(event.position)
  }

  /// What was said of an event afterwards: that it was withdrawn, or is of another day, and why.
  func later(_ position: UInt64) -> String? {
    guard let fact = work.feiten[position], let by = fact.correctedBy else { return nil }
    let said = work.feiten[by].map { ", nummer \(by)" + omdat($0.position) } ?? ", nummer \(by)"
    if fact.isWithdrawn {
      let day = work.feiten[by].map { " op \($0.effective.text.nl)" } ?? ""
      return "ingetrokken\(day)\(said)"
    }
    return "eerst vastgelegd als van \(fact.recordedEffective.text.nl)\(said)"
  }

  /// Why, when that is open in this bundle.
  private func omdat(_ position: UInt64) -> String {
    open(Correction.reason.name, at: position).map { ", omdat: \($0)" } ?? ""
  }

  /// The text of an open field.
  func open(_ field: String, at position: UInt64) -> String? {
    work.stuk(position)?.open.first { $0.field.name == field }?.disclosure.value.string
  }

  var sleutelaantal: Int { work.aantal - work.stukken.count }

  // MARK: The case

  /// What happened between the inspectorate and the organisation, letter by letter, as a short time line.
  var verlopen: [TemplateValue] {
    var seen: Set<StreamID> = []
    return vraag.matrix.beelden.compactMap(\.zaak).filter { seen.insert($0.stream).inserted }.map { zaak in
      let steps = opDatum.filter { $0.event.stream == zaak.stream && $0.event[Correction.event] == nil }
      return ["titel": .text(noem(zaak)), "stappen": .list(steps.map(stap))]
    }
  }

  private func stap(_ stuk: Gebeurtenisstuk) -> TemplateValue {
    let told = [bijzonderheden(stuk.event), later(stuk.event.position)].compactMap(\.self)
    return [
      "nummer": .text(String(stuk.event.position)), "datum": .text(datum(stuk).text.nl),
      "wat": .text(stuk.event.type.meaning), "bij": .optional(told.isEmpty ? nil : told.joined(separator: "; ")),
    ]
  }

  /// What the clear facts of a step say.
  private func bijzonderheden(_ event: RecordedEvent) -> String? {
    let heard = event[InspectieUitgevoerd.gehoord].map { groups in
      "gehoord: " + groups.map(\.woorden).joined(separator: ", ")
    }
    let due = event[VoornemenOntvangen.zienswijzeUiterlijk].map { "zienswijze uiterlijk \($0.text.nl)" }
    let objection = event.type.name == BeslissingOpBezwaarOntvangen.type.name
    let outcome =
      objection
      ? event[BeslissingOpBezwaarOntvangen.uitkomst]?.text.nl
      : event.type.name == HerinspectieUitgevoerd.type.name ? event[HerinspectieUitgevoerd.uitkomst]?.text.nl : nil
    let declared = event[EisVoldaanVerklaard.volledig].map { $0 ? "aan alle eisen" : "aan de genoemde eisen" }
    let letter = event[EisOpgelegd.kenmerk].map { "kenmerk \($0)" }
    let said = [letter, heard, due, outcome.map { "uitkomst: \($0)" }, declared].compactMap(\.self)
    return said.isEmpty ? nil : said.joined(separator: "; ")
  }

  /// How a receiver knows a letter.
  func noem(_ zaak: Eisbrief) -> String {
    "de brief\(zaak.kenmerk.map { " \($0)" } ?? "") van \(zaak.dagtekening.text.nl)"
  }

  /// What was asked for, with the letter that a handle of ours means.
  var gevraagd: String {
    let letters = vraag.matrix.beelden.compactMap(\.zaak)
    return vraag.eisen.map { text in
      letters.first { $0.handle == text }.map { "\(noem($0)) (hier: \(text))" } ?? text
    }.joined(separator: ", ")
  }

  // MARK: Whom to ask

  /// For each demand and each measure whom to ask about it: a function or a role, never a name.
  var vragen: [TemplateValue] {
    let eisen = vraag.matrix.eisen.map { _, eis -> TemplateValue in
      ["over": .text(eis.eis.id), "wat": .text(eis.eis.woorden), "wie": .text(aanspreekbaar(eis))]
    }
    var seen: Set<String> = []
    let measures = vraag.matrix.beelden.flatMap(\.maatregelen).filter { seen.insert($0.handle).inserted }
    return eisen
      + measures.map { measure in
        [
          "over": .text(measure.handle), "wat": .text(measure.omschrijving),
          "wie": .text("wie ervoor instaat: \(measure.verantwoordelijkeText.nl)"),
        ]
      }
  }

  private func aanspreekbaar(_ eis: Eisstand) -> String {
    let judgement = eis.beoordeling?.position
    let recorded = ondertekenaars(eis.posities.filter { $0 != judgement }).map { "legde het vast: \($0)" }
    let judged = eis.beoordeling.map { "beoordeelde het: \($0.wie.nl)" }
    let known = [recorded, judged].compactMap(\.self)
    return known.isEmpty
      ? "er is niets over vastgelegd; vraag het de rol \(vraag.beslisser.text.nl)" : known.joined(separator: "; ")
  }

  /// Who signed these events, each role once, with the numbers.
  private func ondertekenaars(_ positions: [UInt64]) -> String? {
    var roles: [(wie: String, nummers: [String])] = []
    for position in positions {
      guard let stuk = work.stuk(position) else { continue }
      let who = ondertekenaar(stuk.event)
      if let at = roles.firstIndex(where: { $0.wie == who }) {
        roles[at].nummers.append(String(position))
      } else {
        roles.append((who, [String(position)]))
      }
    }
    let most = 12
    let texts = roles.map { who, numbers in
      let more = numbers.count > most ? " en nog \(numbers.count - most)" : ""
      return "\(who) (nummer \(numbers.prefix(most).joined(separator: ", "))\(more))"
    }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  /// Who signed what is shown here, where there is no demand to ask about.
  var rollen: [TemplateValue] {
    guard vraag.matrix.eisen.isEmpty else { return [] }
    var numbers: [String: [UInt64]] = [:]
    for stuk in work.stukken { numbers[ondertekenaar(stuk.event), default: []].append(stuk.event.position) }
    return numbers.sorted { $0.key < $1.key }.map { who, found in
      ["rol": .text(who), "nummers": .text("nummer " + found.map(String.init).joined(separator: ", "))]
    }
  }
}

extension GehoordeGroep {
  /// In Dutch words.
  fileprivate var woorden: String {
    switch self {
    case .bureauIntegriteit: "bureau Integriteit"
    case .anders: "anderen"
    default: rawValue
    }
  }
}
