import Governance
import LedgerCrypto
import Publication

extension Regelingenpublicatie {
  /// The list, divided over pages.
  func lijstbladen() throws -> [Sheet] { try bladen(register.regelingen, Regelingadressen.lijst, isLijst: true) }

  func lijst(_ bladen: [Sheet], _ naar: (Page) throws -> Void) throws {
    for blad in bladen { try naar(pagina(blad, nil)) }
  }

  /// A page for each state, also when nothing is in it: the address keeps working.
  func statussen(_ naar: (Page) throws -> Void) throws {
    for status in Regelingstatus.allCases {
      let bladen = try bladen(register.regelingen.filter { $0.status == status }, Regelingadressen.status(status))
      for blad in bladen { try naar(pagina(blad, status)) }
    }
  }

  private func bladen(_ regelingen: [OpenbareRegeling], _ adres: String, isLijst: Bool = false) throws -> [Sheet] {
    let boven = try sjablonen.render(
      "lijst-boven",
      [
        "soort": "regelingen", "titel": "Regelingen, op titel",
        "kolommen": ["Regeling", "Geldt", "Instemming ondernemingsraad", "Evaluatie", "Tekst"],
      ])
    return try Sheets.divide(regelingen, adres) { regeling, pad in
      PagePiece(
        html: try sjablonen.render("rij", rij(regeling, pad: pad, isLijst: isLijst)),
        within: [Enclosure("tabel", boven, "</tbody>\n</table>\n")])
    }
  }

  private func rij(_ regeling: OpenbareRegeling, pad: String, isLijst: Bool) -> TemplateValue {
    let versie = regeling.hoofd
    // Only the list is compared with what was signed.
    let opgave = TemplateValue.optional(isLijst ? versie.opgave : nil)
    return [
      "adres": weg(pad, regeling.adres), "titel": .text(regeling.titel), "soort": .text(Self.soort(regeling.soort)),
      "nummer": .text(String(versie.nummer)),
      "besluit": .optional(versie.besluitnummer.map { ["nummer": .text($0), "opgave": opgave] }),
      "merk": .text(regeling.status.merk), "status": .text(regeling.status.tekst), "sinds": sinds(regeling),
      "instemming": .text(versie.instemming.tekst.asSentenceStart),
      "instemmingOp": .optional(versie.instemming.op.map(HTMLDate.value)), "evaluatie": evaluatie(regeling),
      "tekst": .text(tekstwoord(versie)),
      "digest": .optional(
        versie.digest.map { digest in
          let isGetekend = versie.vaststelling?[RegelingVastgesteld.versie] == digest
          return ["hex": .text(digest.hex), "opgave": isGetekend ? opgave : false]
        }),
    ]
  }

  private func pagina(_ blad: Sheet, _ status: Regelingstatus?) throws -> Page {
    let titel = status.map { "Regelingen: \($0.tekst)" } ?? "Regelingen"
    let inleiding =
      status?.uitleg
      ?? "Dit zijn de regelingen van \(settings.organisatie) die zijn vastgesteld. U ziet welke versie geldt en wat de ondernemingsraad besloot. Wat niet is vastgelegd, staat er als onbekend."
    let keuzes =
      [keuze("Alle", register.regelingen.count, Regelingadressen.lijst, blad.path, status == nil)]
      + Regelingstatus.allCases.map { ander in
        keuze(
          ander.tekst.asSentenceStart, register.regelingen.count { $0.status == ander },
          Regelingadressen.status(ander), blad.path, ander == status)
      }
    let values: TemplateValue = [
      "inleiding": .text(inleiding), "keuzes": .list(keuzes), "isLeeg": .flag(blad.total == 0),
      "leeg": .text(status == nil ? "Er is nog geen regeling vastgesteld." : "Er is nu geen regeling die hier staat."),
      "wijzigingen": weg(blad.path, Regelingadressen.wijzigingen),
      "vergelijk": weg(blad.path, Regelingadressen.vergelijk),
    ]
    return Page(
      path: blad.path, title: titel + blad.titleSuffix, summary: inleiding,
      trail: status == nil && blad.isFirst ? [Page.Link("Start", "/")] : kruimels(),
      opening: try sjablonen.heading(titel, blad, things: "Regeling")
        + (blad.isFirst ? sjablonen.render("lijst-inleiding", values) : ""),
      html: try sjablonen.render("keuze", values) + blad.html + sjablonen.browse(blad)
        + sjablonen.render("lijst-onder", values),
      isWide: true, alternates: vormen)
  }

  private func keuze(_ woord: String, _ aantal: Int, _ adres: String, _ pad: String, _ isDeze: Bool) -> TemplateValue {
    [
      "woord": .text(woord), "aantal": .text(String(aantal)), "adres": weg(pad, adres), "isDeze": .flag(isDeze),
    ]
  }
}
