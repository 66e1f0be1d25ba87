import Governance
import Publication

extension Regelingenpublicatie {
  /// The version whose text the text of another is compared with: the last one before it that is on the site as well.
  func vorige(_ versie: OpenbareVersie, van regeling: OpenbareRegeling) -> OpenbareVersie? {
    guard versie.isLeesbaar else { return nil }
    return regeling.versies.prefix { $0.nummer != versie.nummer }.last { $0.isLeesbaar }
  }

  /// What the text of a version says differently from the one before, on pages of its own.
  func verschil(
    _ versie: OpenbareVersie, van regeling: OpenbareRegeling, _ teksten: Tekstlezer, _ naar: (Page) throws -> Void
  ) throws {
    guard let vorige = vorige(versie, van: regeling), let oud = try teksten.tekst(vorige),
      let nieuw = try teksten.tekst(versie)
    else { return }
    let verschil = Tekstverschil(van: Tekstregels.alle(oud), naar: Tekstregels.alle(nieuw))
    let tabel = Enclosure(
      "verschil",
      try sjablonen.render(
        "lijst-boven",
        [
          "soort": "verschil", "titel": "Wat er anders is, in de volgorde van de nieuwe tekst",
          "kolommen": ["Waar", .text("Was, in versie \(vorige.nummer)"), .text("Werd, in versie \(versie.nummer)")],
        ]),
      "</tbody>\n</table>\n")
    let plekken = verschil?.plekken ?? []
    let rijen = plekken.indices.map { row in
      (plek: plekken[row], isVervolg: row > 0 && plekken[row - 1].kop == plekken[row].kop)
    }
    let bladen = try Sheets.divide(rijen, Regelingadressen.verschil(regeling.woord, versie.nummer)) { rij, _ in
      PagePiece(
        html: try sjablonen.render(
          "verschilrij",
          [
            "kop": .optional(rij.plek.kop), "isVervolg": .flag(rij.isVervolg),
            "isVerplaatst": .flag(rij.plek.isVerplaatst), "was": Self.stukken(rij.plek.was),
            "werd": Self.stukken(rij.plek.werd),
          ]), within: [tabel])
    }
    for blad in bladen {
      let values: TemplateValue = [
        "titel": .text(versie.titel), "nummer": .text(String(versie.nummer)), "vorige": .text(String(vorige.nummer)),
        "isGelijk": .flag(verschil?.plekken.isEmpty == true), "isTeVeel": .flag(verschil == nil),
        "aantal": .text(blad.total == 1 ? "Eén alinea is" : "\(blad.total) alinea’s zijn"),
        "bereik": .optional(blad.count > 1 ? "pagina \(blad.number) van \(blad.count)" : nil),
        "tekst": weg(blad.path, Regelingadressen.tekst(regeling.woord, versie.nummer)),
        "vorigeTekst": weg(blad.path, Regelingadressen.tekst(regeling.woord, vorige.nummer)),
      ]
      try naar(
        Page(
          path: blad.path,
          title: "\(titel(regeling)), versie \(versie.nummer) naast versie \(vorige.nummer)" + blad.titleSuffix,
          summary: "Wat er in de tekst van deze versie anders is dan in die ervoor.",
          trail: kruimels(
            Page.Link(regeling.titel, regeling.adres), Page.Link("Versie \(versie.nummer)", regeling.adres(versie))),
          opening: try sjablonen.render("verschil-opening", values),
          html: blad.html + (try sjablonen.browse(blad)) + sjablonen.render("verschil-onder", values), isWide: true))
    }
  }

  /// What stands at the addresses of a text that was taken off, and of what compared it.
  func weggehaald(_ versie: OpenbareVersie, van regeling: OpenbareRegeling, _ naar: (Page) throws -> Void) throws {
    let woord = regeling.woord
    if versie.isTekstWeg { try naar(tekstWeg(versie, van: regeling, Regelingadressen.tekst(woord, versie.nummer))) }
    let eerdere = regeling.versies.prefix { $0.nummer != versie.nummer }
    let wasVergeleken = versie.isLeesbaar || versie.isTekstWeg
    if wasVergeleken, vorige(versie, van: regeling) == nil, eerdere.contains(where: { $0.isLeesbaar || $0.isTekstWeg })
    {
      try naar(tekstWeg(versie, van: regeling, Regelingadressen.verschil(woord, versie.nummer), isVergelijking: true))
    }
  }

  private func tekstWeg(
    _ versie: OpenbareVersie, van regeling: OpenbareRegeling, _ pad: String, isVergelijking: Bool = false
  ) throws -> Page {
    let values: TemplateValue = [
      "titel": .text(versie.titel), "nummer": .text(String(versie.nummer)), "isVergelijking": .flag(isVergelijking),
      "versie": weg(pad, regeling.adres(versie)),
    ]
    return Page(
      path: pad,
      title: "\(titel(regeling)), versie \(versie.nummer), "
        + (isVergelijking ? "vergelijking (niet meer op de site)" : "tekst (niet meer op de site)"),
      summary: "Deze tekst staat niet meer op de site.",
      trail: kruimels(
        Page.Link(regeling.titel, regeling.adres), Page.Link("Versie \(versie.nummer)", regeling.adres(versie))),
      opening: try sjablonen.render("tekst-weg-opening", values), html: try sjablonen.render("tekst-weg", values),
      isListed: false, isGone: true)
  }

  private static func stukken(_ stukken: [Tekstverschil.Stuk]) -> TemplateValue {
    guard !stukken.isEmpty else { return false }
    return [
      "stukken": .list(
        stukken.enumerated().map { index, stuk in
          ["wit": .flag(index > 0), "woorden": .text(stuk.woorden), "isAnders": .flag(stuk.isAnders)]
        })
    ]
  }
}
