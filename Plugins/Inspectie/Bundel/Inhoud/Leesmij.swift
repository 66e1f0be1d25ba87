import Console
import Governance
import Ledger
import LedgerCrypto
import Publication

/// `LEESMIJ.html`: what a person reads, on a screen or on paper, without a script and without anything from elsewhere.
struct Leesmij {
  let vraag: Bundelvraag
  let titel: String
  let organisatie: String
  let work: Bundelmaker.Werk
  let checkpoint: Checkpoint
  let registry: KeyRegistry
  let catalog: Catalog

  func html() throws -> String {
    let templates = try Templates([("leesmij", PackageResources.leesmij_mustache)])
    let page = try templates.render("leesmij", .fields(zaak.merging(delen) { _, last in last }))
    // No text of an event can hold this: there every `<` is escaped.
    return page.replacing("<!--bord-->", with: vraag.matrix.bord)
  }

  private var zaak: [String: TemplateValue] {
    [
      "titel": .text(titel), "organisatie": .text(organisatie), "ontvanger": .text(vraag.ontvanger.text.nl),
      "grondslag": .text(vraag.ontvanger.grondslag), "dag": .text(vraag.dag.text.nl),
      "heeftEisen": .flag(!vraag.eisen.isEmpty), "eisen": .text(vraag.eisen.joined(separator: ", ")),
      "grootboek": .text(checkpoint.origin), "omvang": .text(Language.dutch.number(Int(clamping: checkpoint.size))),
      "aantal": .text(String(work.stukken.count)), "wortel": .text(checkpoint.root.base64),
      "logsleutel": .text(registry.founding?.logKey ?? "-"), "beslisser": .text(vraag.beslisser.text.nl),
      "gemaakt": .text(vraag.gemaakt.text.nl), "opvraagbaar": .text(Legenda.opvraagbaar), "eerder": .optional(eerder),
    ]
  }

  /// The earlier checkpoints that the receiver can compare with what was kept.
  private var eerder: String? {
    let sizes = vraag.eerder.map { Language.dutch.number(Int(clamping: $0.checkpoint.size)) }
    return sizes.isEmpty ? nil : sizes.joined(separator: ", ")
  }

  private var delen: [String: TemplateValue] {
    let eisen = vraag.matrix.eisen
    // What was shown too late is not shown in time: that is missing as well.
    let gaten = eisen.map(\.eis).filter {
      ![.aangetoond, .nietVanToepassing].contains($0.stand) || [.no, .unknown].contains($0.opTijd)
    }
    let maatregelen = maatregelen
    let gronden = work.legenda.gronden
    let rollen = rollen
    return [
      "heeftMatrix": .flag(!eisen.isEmpty), "rijen": .list(eisen.map { rij($0.eis, $0.beeld) }),
      "brieven": .list(vraag.matrix.beelden.map(brief)),
      "heeftGaten": .flag(!gaten.isEmpty), "gaten": .list(gaten.map(gat)),
      "heeftGebeurtenissen": .flag(!work.stukken.isEmpty), "gebeurtenissen": .list(opDatum.map(gebeurtenis)),
      "sleutelgebeurtenissen": .text(String(sleutelaantal)),
      "heeftStukken": .flag(!stukken.isEmpty), "stukken": .list(stukken),
      "heeftWeglatingen": .flag(work.legenda.aantal > 0),
      "weggelaten": .text("\(work.legenda.aantal) \(work.legenda.aantal == 1 ? "veld" : "velden")"),
      "vernietigd": .optional(vernietigd), "heeftMaatregelen": .flag(!maatregelen.isEmpty),
      "maatregelen": .list(maatregelen),
      "gronden": .list(gronden.map(grond)), "heeftRollen": .flag(!rollen.isEmpty), "rollen": .list(rollen),
    ]
  }

  private func rij(_ eis: Eisstand, _ beeld: Standbeeld) -> TemplateValue {
    let law = beeld.boom.grondslag(eis.eis)
    return [
      "eis": .text(eis.eis.id), "nummer": .optional(eis.nummer), "tekst": .text(eis.eis.woorden),
      "grondslag": .text(law.joined(separator: "; ")), "plaats": .text(eis.eis.plaats),
      "stand": .text(eis.stand.text.nl),
      "isAangetoond": .flag(eis.stand == .aangetoond), "oordeel": .optional(oordeel(eis)),
      "heeftBewijs": .flag(!eis.posities.isEmpty), "bewijs": .list(eis.posities.map { bewijs($0, eis) }),
    ]
  }

  /// One event under a demand: its number, the day on which it was done, and how that lies to the term.
  private func bewijs(_ position: UInt64, _ eis: Eisstand) -> TemplateValue {
    let fact = (eis.feiten + eis.registratie).first { $0.position == position }
    let place = fact.flatMap { $0.ligging == .zonderTermijn ? nil : $0.ligging.text.nl }
    let closed = work.stukken.first { $0.event.position == position }.flatMap(Self.geslotenStuk)
    return [
      "nummer": .text(String(position)),
      "woorden": .text(
        [fact?.gedaan.text.nl, fact?.sindsText?.nl, fact?.telling?.nl, place, closed].compactMap(\.self).joined(
          separator: "; ")),
    ]
  }

  /// That the paper of an event is not in this bundle, and why.
  private static func geslotenStuk(_ stuk: Gebeurtenisstuk) -> String? {
    func isPaper(_ name: String) -> Bool { stuk.event.type.field(name)?.shape == .document }
    if stuk.vernietigd.contains(where: { isPaper($0.field) }) { return "het stuk is vernietigd" }
    return stuk.weggelaten.contains(where: { isPaper($0.field) }) ? "het stuk is weggelaten" : nil
  }

  /// What is destroyed, in which events, and by which.
  private var vernietigd: String? {
    let places = work.stukken.filter { !$0.vernietigd.isEmpty }.map { stuk in
      let fields = stuk.vernietigd.map { "\($0.field) (nummer \($0.door))" }.joined(separator: ", ")
      return "van nummer \(stuk.event.position) \(fields)"
    }
    return places.isEmpty ? nil : places.joined(separator: "; ")
  }

  /// The measures in words: what the picture shows can be read, searched and heard as well.
  private var maatregelen: [TemplateValue] {
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
  private func oordeel(_ eis: Eisstand) -> String? {
    let judged = eis.beoordeling.map { found -> String in
      let reason = reden(at: found.position).map { ": \($0)" } ?? ""
      return "Beoordeeld als \(found.uitkomst.text.nl) door \(found.wie.nl)\(found.later.nl)\(reason)"
    }
    let other = eis.alternatief.map { "In plaats daarvan: \($0.maatregel). Waarom dat even goed is: \($0.motivering)" }
    let parts = [judged, other].compactMap(\.self) + eis.ontbreekt.map(\.nl)
    return parts.isEmpty ? nil : parts.joined(separator: ". ")
  }

  /// The reason of a judgement, when that is open in this bundle.
  private func reden(at position: UInt64) -> String? {
    work.stukken.first { $0.event.position == position }?.open.first { $0.field.name == BewijsBeoordeeld.reden.name }?
      .disclosure.value.string
  }

  private func gat(_ eis: Eisstand) -> TemplateValue {
    let missing = eis.ontbreekt.map(\.nl).joined(separator: "; ")
    return [
      "eis": .text(eis.eis.id), "tekst": .text(eis.eis.woorden), "stand": .text(eis.stand.text.nl),
      "oordeel": .text(missing),
    ]
  }

  /// The letter that imposed the demands of a tree.
  private func brief(_ beeld: Standbeeld) -> TemplateValue {
    let letter = beeld.zaak.map { zaak in
      "brief\(zaak.kenmerk.map { " \($0)" } ?? "") van \(zaak.dagtekening.text.nl)"
        + (zaak.uiterlijk.map { "; voldoen uiterlijk \($0.text.nl)" } ?? "")
    }
    return [
      "titel": .text(beeld.boom.titel), "brief": .text(letter ?? "hiervoor is geen eis opgelegd"),
      "telling": .text(telling(beeld)),
    ]
  }

  /// How many demands stand how: what a person wants to know first.
  private func telling(_ beeld: Standbeeld) -> String {
    let count = beeld.eisen.count
    let each = Stand.allCases.filter { beeld.aantal($0) > 0 }.map { "\(beeld.aantal($0)) \($0.text.nl)" }
    return "\(count) \(count == 1 ? "eis" : "eisen"): \(each.joined(separator: ", "))"
  }

  /// By the day on which they were, and among those of one day by their place in the log.
  private var opDatum: [Gebeurtenisstuk] {
    work.stukken.sorted {
      let (left, right) = ($0.event.effective.earliest, $1.event.effective.earliest)
      if let left, let right, left != right { return left < right }
      if (left == nil) != (right == nil) { return left == nil }
      return $0.event.position < $1.event.position
    }
  }

  private func gebeurtenis(_ stuk: Gebeurtenisstuk) -> TemplateValue {
    let closed = stuk.weggelaten.count
    let words = closed == 0 ? nil : "\(closed) \(closed == 1 ? "veld" : "velden") weggelaten"
    return [
      "nummer": .text(String(stuk.event.position)), "datum": .text(stuk.event.effective.text.nl),
      "wat": .text(stuk.event.type.meaning), "over": .optional(over(stuk.event)), "gesloten": .optional(words),
      "rol": .text(rol(stuk.event)?.text.nl ?? "-"), "vastgelegd": .text(stuk.event.recordedOn.text.nl),
    ]
  }

  /// What an event is about, where its clear facts say so, and which demands it serves.
  private func over(_ event: RecordedEvent) -> String? {
    let demands = event[Bewijs.eisen].map { "voor \($0.joined(separator: ", "))" }
    let said = [event[MaatregelVastgelegd.omschrijving], event[BewijsstukVastgelegd.wat], demands].compactMap(\.self)
    return said.isEmpty ? nil : said.joined(separator: "; ")
  }

  private func rol(_ event: RecordedEvent) -> Rol? { registry.keys[event.signed.key]?.rol }

  private var sleutelaantal: Int { work.aantal - work.stukken.count }

  private var stukken: [TemplateValue] {
    work.stukken.flatMap { stuk in
      stuk.open.compactMap { field, disclosure -> TemplateValue? in
        guard field.shape == .document, let reference = DocumentReference(json: disclosure.value) else { return nil }
        return [
          "nummer": .text(String(stuk.event.position)), "soort": .text(Bundelindeling.soort(reference.mediaType)),
          "pad": .text(Bundelindeling.stuk(reference.content.hex, reference.mediaType)),
        ]
      }
    }
  }

  private func grond(_ item: (kenmerk: String, grond: Weglatingsgrond, wet: String?)) -> TemplateValue {
    [
      "kenmerk": .text(item.grond.naam), "wet": .text(item.grond.wet), "artikel": .text(item.grond.artikel),
      "genoemd": .optional(item.wet), "omschrijving": .text(item.grond.omschrijving),
      "betwistbaar": .flag(item.grond.isBetwistbaar), "waar": .text(waar(item.kenmerk)),
    ]
  }

  /// In which events a ground was used, each with its fields.
  private func waar(_ kenmerk: String) -> String {
    let places = work.stukken.compactMap { stuk -> String? in
      let fields = stuk.weggelaten.filter { $0.grond == kenmerk }.map(\.field)
      return fields.isEmpty ? nil : "nummer \(stuk.event.position): \(fields.joined(separator: ", "))"
    }
    return places.isEmpty ? "wie een sleutel houdt" : places.joined(separator: "; ")
  }

  /// Who signed what is shown here: whom to ask.
  private var rollen: [TemplateValue] {
    var numbers: [Rol: [UInt64]] = [:]
    for stuk in work.stukken { if let rol = rol(stuk.event) { numbers[rol, default: []].append(stuk.event.position) } }
    return Rol.allCases.compactMap { rol in
      numbers[rol].map { found in
        [
          "rol": .text(rol.text.nl),
          "nummers": .text("nummer " + found.map(String.init).joined(separator: ", ")),
        ]
      }
    }
  }
}
