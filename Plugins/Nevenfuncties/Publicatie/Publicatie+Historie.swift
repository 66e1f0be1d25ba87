import Governance
import Ledger
import Publication

/// Something that stood on the list from a day to a day, as a row of the history.
struct Historieregel {
  enum Wat: Hashable {
    case houder(Houderweergave)
    case opgave(OpgaveVersie)
    case nietGepubliceerd(NietGepubliceerd)
  }

  let functie: OpenbareFunctie
  let naam: Getoond?
  let isInhuur: Bool
  let vanaf: CalendarDate
  let totEnMet: CalendarDate?
  let wat: Wat
  /// Whether it goes on about the same function and holder as the row before it.
  var isVervolg = false

  var wie: [String] { [functie.slug, isInhuur ? "inhuur" : ""] + (naam.map { ["\($0)"] } ?? []) }
}

/// What the history shows of a holder.
struct Houderweergave: Hashable {
  let stand: Kaartstand?
  let bevestigd: CalendarDate?
  /// By when it should have been confirmed; nil while that day has not passed.
  let teLaat: CalendarDate?
}

/// Who holds a function, as far as that is shown.
private struct Wie: Hashable {
  let naam: Getoond?
  let isInhuur: Bool
}

extension Publicatie {
  /// The list on earlier days: the years, and for each year everything that stood on it, with from when to when.
  ///
  /// A row is on the page of each year in which it stood, and on no other: so the pages grow with the rows and with what
  /// changes, and not with the days.
  func historie(_ naar: (Page) throws -> Void) throws {
    let perFunctie = Dictionary(grouping: register.verlopen, by: \.functie.slug)
    let regels = alleFuncties.flatMap { (perFunctie[$0.slug] ?? []).flatMap(historieregels) }
    let perJaar = perJaar(regels)
    let jaren = perJaar.keys.sorted()
    try jarenIndex(jaren, perJaar.mapValues(\.count), naar)
    for (index, jaar) in jaren.enumerated() {
      let naast = (
        vorige: index > 0 ? jaren[index - 1] : nil, volgende: index + 1 < jaren.count ? jaren[index + 1] : nil
      )
      var hier = (perJaar[jaar] ?? []).map { regels[$0] }
      for index in hier.indices.dropFirst() {
        hier[index].isVervolg = hier[index].wie == hier[index - 1].wie
      }
      let bladen = try Sheets.divide(hier, Adressen.jaar(jaar)) { regel, pad in
        PagePiece(
          html: try sjablonen.render("rij", waarden(regel, in: jaar, pad: pad)), within: [tbody(regel.functie)])
      }
      for blad in bladen { try naar(jaarblad(jaar, naast, blad)) }
    }
  }

  /// The rows of each year, by their place among all.
  private func perJaar(_ regels: [Historieregel]) -> [Int: [Int]] {
    guard let begin = register.begin else { return [:] }
    var jaren = (begin.year...register.dag.year).reduce(into: [Int: [Int]]()) { $0[$1] = [] }
    for (index, regel) in regels.enumerated() {
      let laatste = max(regel.vanaf, regel.totEnMet ?? register.dag)
      for jaar in regel.vanaf.year...laatste.year { jaren[jaar, default: []].append(index) }
    }
    return jaren
  }

  private func jarenIndex(_ jaren: [Int], _ aantallen: [Int: Int], _ naar: (Page) throws -> Void) throws {
    let bladen = try Sheets.divide(jaren.reversed(), Adressen.standen) { jaar, pad in
      let aantal = aantallen[jaar] ?? 0
      let values: TemplateValue = [
        "jaar": .text(String(jaar)), "adres": weg(pad, Adressen.jaar(jaar)),
        "aantal": .text(aantal == 1 ? "1 regel" : "\(aantal) regels"),
      ]
      return PagePiece(
        html: try sjablonen.render("jaarregel", values),
        within: [Enclosure("jaren", "<ul class=\"index\">\n", "</ul>\n")])
    }
    for blad in bladen {
      let values: TemplateValue = [
        "eerste": .optional(register.begin.map { HTMLDate.value($0) }), "isEerste": .flag(blad.isFirst),
        "nummer": .text(String(blad.number)), "lijst": weg(blad.path, Adressen.lijst),
        "vergelijk": weg(blad.path, Adressen.vergelijk),
        "wijzigingen": weg(blad.path, Adressen.wijzigingen),
      ]
      try naar(
        Page(
          path: blad.path, title: "De lijst op een eerdere datum" + blad.titleSuffix,
          summary: "Wat er op elke dag op de lijst met nevenwerkzaamheden stond, per jaar.", trail: kruimels(),
          opening: try sjablonen.render("standen-opening", values),
          html: try sjablonen.render("standen", values) + blad.html + sjablonen.browse(blad)))
    }
  }

  private func jaarblad(
    _ jaar: Int, _ naast: (vorige: Int?, volgende: Int?), _ blad: Sheet
  ) throws -> Page {
    func ander(_ jaar: Int?) -> TemplateValue {
      .optional(jaar.map { ["adres": weg(blad.path, Adressen.jaar($0)), "jaar": .text(String($0))] })
    }
    let values: TemplateValue = [
      "jaar": .text(String(jaar)), "nummer": .text(String(blad.number)), "aantal": .text(String(blad.count)),
      "isEerste": .flag(blad.isFirst), "isNu": .flag(jaar == register.dag.year),
      "lijst": weg(blad.path, Adressen.lijst),
      "dag": HTMLDate.value(register.dag), "standen": weg(blad.path, Adressen.standen), "vorige": ander(naast.vorige),
      "volgende": ander(naast.volgende), "isLeeg": .flag(blad.things.isEmpty), "heel": .text(heel(jaar)),
      "bereik": bereik(blad),
    ]
    let html =
      try sjablonen.render("jaar-boven", values)
      + tabel(blad, titel: "Wat er in \(jaar) op de lijst stond", historiekoppen)
      + sjablonen.browse(blad) + sjablonen.render("jaar-onder", values)
    return Page(
      path: blad.path, title: "De lijst in \(jaar)" + blad.titleSuffix,
      summary: "Wat er op elke dag van \(jaar) op de lijst met nevenwerkzaamheden stond.",
      trail: kruimels(Page.Link("Op een eerdere datum", Adressen.standen)),
      opening: try sjablonen.render("jaar-opening", values), html: try metUitleg(html), isWide: true,
      isListed: jaar == register.dag.year)
  }

  private func waarden(_ regel: Historieregel, in jaar: Int, pad: String) -> TemplateValue {
    var versie: OpgaveVersie? = if case .opgave(let versie) = regel.wat { versie } else { nil }
    let isWeg = versie.map(isVervallen) ?? false
    let adres = versie.map { weg(pad, Adressen.versie($0.opgave, $0.nummer)) }
    if isWeg { versie = nil }
    // The name goes with the content: an earlier state does not keep it for a statement that has lapsed.
    var values = kop(
      regel.functie, versie: versie, naam: isWeg ? nil : regel.naam, isInhuur: regel.isInhuur, pad: pad)
    values["isVervolg"] = .flag(regel.isVervolg)
    values["gold"] = gold(regel, in: jaar)
    values["isVervallen"] = .flag(isWeg)
    values["adres"] = .optional(adres)
    switch regel.wat {
    case .opgave: values["cellen"] = .list(versie.map { cellen($0, adres: adres ?? false, isNu: false) } ?? [])
    case .nietGepubliceerd(let wat):
      values["zin"] = Weergave.zin(.nietGepubliceerd(reden: wat.reden, position: wat.position))
    case .houder(let wat):
      values["houder"] = [
        "zin": .optional(wat.stand.map(Weergave.zin)), "bevestigd": .optional(wat.bevestigd.map(HTMLDate.value)),
        "teLaat": .optional(wat.teLaat.map(HTMLDate.value)),
        "nogNiet": .flag(wat.bevestigd == nil && wat.teLaat == nil && wat.stand == nil),
      ]
    }
    return .fields(values)
  }

  /// When it stood on the list, within a year.
  private func gold(_ regel: Historieregel, in jaar: Int) -> TemplateValue {
    let begint = regel.vanaf.year == jaar && (regel.vanaf.month, regel.vanaf.day) != (1, 1)
    let eindigt = regel.totEnMet.map { $0.year == jaar && ($0.month, $0.day) != (12, 31) } ?? false
    return [
      "heel": .optional(begint || eindigt ? nil : heel(jaar)),
      "vanaf": .optional(begint ? HTMLDate.value(regel.vanaf) : nil),
      "tot": .optional(eindigt ? regel.totEnMet.map(HTMLDate.value) : nil),
    ]
  }

  private func heel(_ jaar: Int) -> String { jaar == register.dag.year ? "heel \(jaar) tot nu toe" : "heel \(jaar)" }

  /// What a card said, in rows: of its holder, of each statement, and of each report that was not published.
  func historieregels(_ verloop: Kaartverloop) -> [Historieregel] {
    // The name goes with the content: who is on the list no more, and of whose statements none is left, is not named.
    let isVergeten =
      kaartVan[verloop.id] == nil && !verloop.opgaven.isEmpty && verloop.opgaven.allSatisfy { isVervallen($0.waarde) }
    let isGenoemd = toont(.naam) && !isVergeten
    let wie = lijn(verloop.houder) { Wie(naam: isGenoemd ? $0.naam : nil, isInhuur: $0.isInhuur) }
    // A row names the holder, so that another name begins another row.
    func regels<Waarde>(_ vak: Tijdvak<Waarde>, _ wat: Historieregel.Wat) -> [Historieregel] {
      wie.compactMap { houder in
        let vanaf = max(vak.vanaf, houder.vanaf)
        let tot = [vak.totEnMet, houder.totEnMet].compactMap(\.self).min()
        guard tot.map({ vanaf <= $0 }) ?? true else { return nil }
        return Historieregel(
          functie: verloop.functie, naam: houder.waarde.naam, isInhuur: houder.waarde.isInhuur, vanaf: vanaf,
          totEnMet: tot, wat: wat)
      }
    }
    let houder = lijn(verloop.houder) {
      Houderweergave(
        stand: $0.stand, bevestigd: $0.laatstBevestigd, teLaat: $0.isBevestigingTeLaat ? $0.bevestigenUiterlijk : nil)
    }
    return houder.flatMap { regels($0, .houder($0.waarde)) }
      + verloop.opgaven.flatMap { regels($0, .opgave($0.waarde)) }
      + verloop.nietGepubliceerd.flatMap { regels($0, .nietGepubliceerd($0.waarde)) }
  }

  /// A part of what is said of a holder, so that a day on which nothing of that changed begins no row.
  private func lijn<Deel>(
    _ vakken: [Tijdvak<Houderstand>], _ deel: (Houderstand) -> Deel
  ) -> [Tijdvak<Deel>] {
    var lijn = Tijdlijn<Deel>()
    for (index, vak) in vakken.enumerated() {
      lijn.zet(deel(vak.waarde), vanaf: vak.vanaf)
      if let na = vak.totEnMet?.volgende, index + 1 == vakken.count || vakken[index + 1].vanaf != na {
        lijn.zet(nil, vanaf: na)
      }
    }
    return lijn.vakken
  }
}
