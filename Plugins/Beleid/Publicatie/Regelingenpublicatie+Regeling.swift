import Governance
import Publication

extension Regelingenpublicatie {
  /// The page of one rule: how it stands, its versions, what happened and what is not known.
  func regeling(_ regeling: OpenbareRegeling, _ naar: (Page) throws -> Void) throws {
    let stukken =
      regeling.versies.reversed().map { Stuk.versie($0) }
      + regeling.gebeurtenissen.reversed().map { Stuk.gebeurtenis($0) }
      + (staatInKader(regeling) ? [] : regeling.onbekend.map { Stuk.onbekend($0) })
    let boven = try sjablonen.render(
      "lijst-boven",
      [
        "titel": "Vastgestelde versies, de nieuwste eerst",
        "kolommen": ["Versie", "Vastgesteld", "Geldt", "Instemming ondernemingsraad"],
      ])
    let tabel = Enclosure("versies", "<h2>Versies</h2>\n" + boven, "</tbody>\n</table>\n")
    let lijn = Enclosure("lijn", "<h2>Wat er is gebeurd</h2>\n<ol class=\"lijn\">\n", "</ol>\n")
    let rest = Enclosure("onbekend", "<h2>Wat niet bekend is</h2>\n<ul>\n", "</ul>\n")
    let bladen = try Sheets.divide(stukken, regeling.adres) { stuk, pad in
      switch stuk {
      case .versie(let versie):
        PagePiece(html: try sjablonen.render("versierij", rij(versie, van: regeling, pad: pad)), within: [tabel])
      case .gebeurtenis(let gebeurtenis):
        PagePiece(html: try gebeurtenissen.line(gebeurtenis), within: [lijn])
      case .onbekend(let zin): PagePiece(html: try sjablonen.render("onbekend", .text(zin)), within: [rest])
      }
    }
    for blad in bladen { try naar(pagina(regeling, blad)) }
  }

  private enum Stuk {
    case versie(OpenbareVersie)
    case gebeurtenis(Happening)
    case onbekend(String)
  }

  /// A few lines stand beside what is known; many come below it.
  private func staatInKader(_ regeling: OpenbareRegeling) -> Bool { regeling.onbekend.count <= 12 }

  private func pagina(_ regeling: OpenbareRegeling, _ blad: Sheet) throws -> Page {
    let values: TemplateValue = [
      "titel": .text(regeling.titel), "soort": .text(Self.soort(regeling.soort)), "kenmerk": .text(regeling.kenmerk),
      "status": .text(regeling.status.tekst), "merk": .text(regeling.status.merk), "sinds": sinds(regeling),
      "isEerste": .flag(blad.isFirst), "nummer": .text(String(blad.number)), "aantal": .text(String(blad.count)),
      "evaluatie": evaluatie(regeling), "looptijd": looptijd(regeling.hoofd), "cvdr": .optional(regeling.cvdr),
      "link": .optional(regeling.link), "onbekend": .list(regeling.onbekend.map { .text($0) }),
    ]
    let kader = blad.isFirst && staatInKader(regeling) && !regeling.onbekend.isEmpty
    return Page(
      path: blad.path, title: titel(regeling) + blad.titleSuffix,
      summary:
        "Welke versies van deze regeling zijn vastgesteld, wanneer zij gelden en wat de ondernemingsraad besloot.",
      trail: kruimels(), opening: try sjablonen.render("regeling-opening", values),
      html: (blad.isFirst ? try sjablonen.render("regeling-boven", values) : "") + blad.html
        + (try sjablonen.browse(blad)),
      rail: kader ? try sjablonen.render("onbekend-kader", values) : "", alternates: vormen)
  }

  private func rij(_ versie: OpenbareVersie, van regeling: OpenbareRegeling, pad: String) -> TemplateValue {
    let geldt = geldt(versie)
    let vergelijking: String? =
      versie.instemming.isGelijk.map { $0 ? "over precies deze tekst" : "over een andere tekst" }
    return [
      "adres": weg(pad, regeling.adres(versie)), "nummer": .text(String(versie.nummer)),
      "aanduiding": .optional(versie.aanduiding), "digest": .optional(versie.digest.map(Self.kort)),
      "tekst": .text(tekstwoord(versie)), "vastgesteld": vastgesteld(versie), "orgaan": .optional(versie.orgaan),
      "besluit": .optional(versie.besluitnummer), "geldt": .text(geldt.woord), "merk": .text(geldt.merk),
      "vanaf": .optional(versie.vanaf.map(HTMLDate.value)), "tot": .optional(versie.tot.map(HTMLDate.value)),
      // What the days do not tell is told in words.
      "reden": .optional(
        versie.geldt == .unknown || versie.vanaf == nil
          || versie.geldt == .no && versie.tot == nil && !isLater(versie)
          ? versie.reden : nil),
      "instemming": .text(versie.instemming.tekst.asSentenceStart),
      "instemmingOp": .optional(versie.instemming.op.map(HTMLDate.value)),
      "vergelijking": .optional(vergelijking),
    ]
  }
}
