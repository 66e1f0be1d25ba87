import Governance
import Ledger
import Publication

/// The demands with their proof, the letters and the measures, as the page tells them.
extension Leesmij {
  func rij(_ eis: Eisstand, _ beeld: Standbeeld) -> TemplateValue {
    let law = beeld.boom.grondslag(eis.eis)
    let proof = eis.posities.map { bewijs($0, eis) } + ingetrokken(eis)
    return [
      "eis": .text(eis.eis.id), "nummer": .optional(eis.nummer), "tekst": .text(eis.eis.woorden),
      "grondslag": .text(law.joined(separator: "; ")), "plaats": .text(beeld.plaats(eis.eis)),
      "stand": .text(eis.stand.text.nl),
      "isAangetoond": .flag(eis.stand == .aangetoond), "oordeel": .optional(oordeel(eis)),
      "heeftBewijs": .flag(!proof.isEmpty), "bewijs": .list(proof),
    ]
  }

  /// One event under a demand: its number, the day on which it was done, and how that lies to the term.
  func bewijs(_ position: UInt64, _ eis: Eisstand) -> TemplateValue {
    let fact = (eis.feiten + eis.registratie).first { $0.position == position }
    let place = fact.flatMap { $0.ligging == .zonderTermijn ? nil : $0.ligging.text.nl }
    let closed = work.stuk(position).flatMap(Self.geslotenStuk)
    return [
      "nummer": .text(String(position)),
      "woorden": .text(
        [fact?.gedaan.text.nl, fact?.sindsText?.nl, fact?.telling?.nl, place, closed, later(position)]
          .compactMap(\.self).joined(separator: "; ")),
    ]
  }

  /// What served a demand and was withdrawn: it counts for nothing, and leaves its trace.
  private func ingetrokken(_ eis: Eisstand) -> [TemplateValue] {
    work.feiten.values.filter { fact in
      fact.isWithdrawn && (fact[BewijsBeoordeeld.eis] == eis.eis.id || fact[Bewijs.eisen]?.contains(eis.eis.id) == true)
    }.sorted { $0.position < $1.position }.map { fact in
      [
        "nummer": .text(String(fact.position)),
        "woorden": .text("\(later(fact.position) ?? "ingetrokken"); telt niet mee"),
      ]
    }
  }

  /// That the paper of an event is not in this bundle, and why.
  static func geslotenStuk(_ stuk: Gebeurtenisstuk) -> String? {
    func isPaper(_ name: String) -> Bool { stuk.event.type.field(name)?.shape == .document }
    if stuk.vernietigd.contains(where: { isPaper($0.field) }) { return "het stuk is vernietigd" }
    return stuk.weggelaten.contains(where: { isPaper($0.field) }) ? "het stuk is weggelaten" : nil
  }

  /// The measures in words: what the picture shows can be read, searched and heard as well.
  var maatregelen: [TemplateValue] {
    var seen: Set<String> = []
    return vraag.matrix.beelden.flatMap(\.maatregelen).filter { seen.insert($0.handle).inserted }.map { measure in
      func line(_ what: String, _ due: CalendarDate?, _ done: ImpreciseDate?) -> String {
        if let done { return "\(what): gedaan, \(done.text.nl)" }
        return due.map { "\(what): uiterlijk \($0.text.nl)" } ?? "\(what): geen dag afgesproken"
      }
      let outcome = measure.uitkomst.map { "; \($0.text.nl)" } ?? ""
      let wrong = measure.bevindingen.map(\.nl).joined(separator: "; ")
      return [
        "kenmerk": .text(measure.handle), "wat": .text(measure.omschrijving),
        "criterium": .text(measure.criterium ?? "geen criterium"), "wie": .text(measure.verantwoordelijkeText.nl),
        "uitvoeren": .text(line("uitvoeren", measure.uitvoerenVoor, measure.uitgevoerd)),
        "evalueren": .text(line("evalueren", measure.evaluerenVoor, measure.geevalueerd) + outcome),
        "nietInOrde": .optional(wrong.isEmpty ? nil : wrong),
      ]
    }
  }

  /// What a person signed about it, and what is done instead.
  func oordeel(_ eis: Eisstand) -> String? {
    let judged = eis.beoordeling.map { found -> String in
      let reason = open(BewijsBeoordeeld.reden.name, at: found.position).map { ": \($0)" } ?? ""
      return "Beoordeeld als \(found.uitkomst.text.nl) door \(found.wie.nl)\(found.later.nl)\(reason)"
    }
    let other = eis.alternatief.map { "In plaats daarvan: \($0.maatregel). Waarom dat even goed is: \($0.motivering)" }
    let parts = [judged, other].compactMap(\.self) + eis.ontbreekt.map(\.nl)
    return parts.isEmpty ? nil : parts.joined(separator: ". ")
  }

  func gat(_ eis: Eisstand) -> TemplateValue {
    let missing = eis.ontbreekt.map(\.nl).joined(separator: "; ")
    return [
      "eis": .text(eis.eis.id), "tekst": .text(eis.eis.woorden), "stand": .text(eis.stand.text.nl),
      "oordeel": .text(missing),
    ]
  }

  /// The letter that imposed the demands of a tree.
  func brief(_ beeld: Standbeeld) -> TemplateValue {
    let letter = beeld.zaak.map { zaak in
      "brief\(zaak.kenmerk.map { " \($0)" } ?? "") van \(zaak.dagtekening.text.nl)"
        + (zaak.uiterlijk.map { "; voldoen uiterlijk \($0.text.nl)" } ?? "")
    }
    return [
      "titel": .text(beeld.boom.titel),
      "brief": .text((letter ?? "hiervoor is geen eis opgelegd") + (beeld.herkomst.map { "; \($0.nl)" } ?? "")),
      "telling": .text(telling(beeld)),
    ]
  }

  /// How many demands stand how: what a person wants to know first.
  func telling(_ beeld: Standbeeld) -> String {
    let count = beeld.eisen.count
    let each = Stand.allCases.filter { beeld.aantal($0) > 0 }.map { "\(beeld.aantal($0)) \($0.text.nl)" }
    return "\(count) \(count == 1 ? "eis" : "eisen"): \(each.joined(separator: ", "))"
  }
}
