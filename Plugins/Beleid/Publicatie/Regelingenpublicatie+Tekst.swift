import Governance
import LedgerCrypto
import Publication

extension Regelingenpublicatie {
  /// A published text that is plain text, on pages of its own.
  func tekst(
    _ versie: OpenbareVersie, van regeling: OpenbareRegeling, _ teksten: Tekstlezer, _ naar: (Page) throws -> Void
  ) throws {
    guard case .openbaar(_, _, let mediaType, _) = versie.tekst, let digest = versie.digest,
      let tekst = try teksten.tekst(versie)
    else { return }
    let adres = Regelingadressen.tekst(regeling.woord, versie.nummer)
    let bladen =
      mediaType == "text/markdown" ? try ongewijzigd(tekst, adres) : try alineas(tekst, adres)
    for blad in bladen {
      let values: TemplateValue = [
        "titel": .text(versie.titel), "nummer": .text(String(versie.nummer)), "digest": .text(digest.hex),
        "bereik": .optional(blad.count > 1 ? "pagina \(blad.number) van \(blad.count)" : nil),
        "versie": weg(blad.path, regeling.adres(versie)),
      ]
      try naar(
        Page(
          path: blad.path, title: "\(titel(regeling)), versie \(versie.nummer), tekst" + blad.titleSuffix,
          summary: "De tekst van deze versie, zoals zij is vastgesteld.",
          trail: kruimels(
            Page.Link(regeling.titel, regeling.adres), Page.Link("Versie \(versie.nummer)", regeling.adres(versie))),
          opening: try sjablonen.render("tekst-opening", values),
          html: blad.html + (try sjablonen.browse(blad)) + sjablonen.render("tekst-onder", values)))
    }
  }

  /// Plain text in paragraphs: an empty line ends one.
  private func alineas(_ tekst: String, _ adres: String) throws -> [Sheet] {
    let regels = Tekstregels.alle(tekst).map { $0.split(whereSeparator: \.isWhitespace).isEmpty ? "" : $0 }
    let groepen = regels.split(separator: "")
    // A paragraph that is long goes on in the next piece, so that none is more than a page.
    let stukken = groepen.flatMap { groep -> [[String]] in
      groep.reduce(into: [[]]) { stukken, regel in
        let bytes = stukken[stukken.count - 1].reduce(0) { $0 + $1.utf8.count }
        if bytes + regel.utf8.count > Tekstregels.meesteBytes, bytes > 0 { stukken.append([]) }
        stukken[stukken.count - 1].append(regel)
      }
    }
    return try Sheets.divide(stukken, adres) { regels, _ in
      let waarden = regels.enumerated().map { index, regel -> TemplateValue in
        ["meer": .flag(index > 0), "tekst": .text(regel)]
      }
      return PagePiece(html: try sjablonen.render("alinea", ["regels": .list(waarden)]))
    }
  }

  /// Text as it was typed.
  private func ongewijzigd(_ tekst: String, _ adres: String) throws -> [Sheet] {
    let stukken = Tekstregels.alle(tekst).reduce(into: [String]()) { stukken, regel in
      if let last = stukken.last, last.utf8.count + regel.utf8.count < Tekstregels.meesteBytes {
        stukken[stukken.count - 1] = last + regel + "\n"
      } else {
        stukken.append(regel + "\n")
      }
    }
    // A line end right behind the tag is not shown by a browser.
    let omheining = Enclosure("tekst", "<pre dir=\"auto\">\n", "</pre>\n")
    return try Sheets.divide(stukken, adres) { stuk, _ in
      PagePiece(html: try sjablonen.render("stuk", .text(stuk)), within: [omheining])
    }
  }
}
