import Governance
import Publication

extension Publicatie {
  /// The present list, on as many pages as it needs.
  func lijst() throws -> [Page] {
    let rijen = try nu.map { try self.rijen($0, pad: Adressen.lijst, actueel: true) } ?? []
    let delen = Bladen.delen(rijen, grootte: \.html.utf8.count)
    return try delen.enumerated().map { index, deel in
      let pad = Adressen.bladzijde(index + 1, van: Adressen.lijst)
      // Links in rows depend on the page they are on, so the rows of a later page are written again.
      let eigen = index == 0 ? deel : try herschreven(deel, uit: rijen, pad: pad)
      return try lijstblad(eigen, delen: delen, nummer: index + 1, pad: pad)
    }
  }

  private func herschreven(_ deel: ArraySlice<Rij>, uit rijen: [Rij], pad: String) throws -> ArraySlice<Rij> {
    guard let nu else { return [] }
    return try self.rijen(nu, pad: pad, actueel: true)[deel.indices]
  }

  private func lijstblad(
    _ rijen: ArraySlice<Rij>, delen: [ArraySlice<Rij>], nummer: Int, pad: String
  ) throws -> Page {
    let values: TemplateValue = [
      "organisatie": .text(settings.organisatie), "regeling": .text(register.regeling.titel),
      "vanaf": .optional(nu.map { HTMLDate.value($0.vanaf) }),
      "iedere": .text(register.regeling.bevestigingIedere.text(.dutch)),
      "isEerste": .flag(nummer == 1), "nummer": .text(String(nummer)),
      "isLeeg": .flag(rijen.isEmpty), "heeftOpgaven": .flag(!rijen.isEmpty),
      "sprongen": .list(sprongen(rijen)), "filters": .list(filters(delen.joined(), pad: pad)),
      "standen": weg(pad, Adressen.standen), "wijzigingen": weg(pad, Adressen.wijzigingen),
      "functies": weg(pad, Adressen.functies),
      "organisaties": .optional(toont(.organisatie) ? weg(pad, Adressen.organisaties) : nil),
      "beleid": weg(pad, Adressen.beleid),
      "bladen": bladeren(aantal: delen.count, nummer: nummer, adres: Adressen.lijst),
    ]
    let titel = "Nevenfuncties" + (nummer == 1 ? "" : ", pagina \(nummer)")
    var html = try sjablonen.render("lijst-boven", values)
    if !rijen.isEmpty { html += try tabel(rijen, titel: "Nevenwerkzaamheden per functie") }
    html += try sjablonen.render("lijst-onder", values)
    return Page(
      path: pad, title: titel,
      summary: "Alle nevenwerkzaamheden die \(settings.organisatie) openbaar maakt, in één tabel.",
      trail: nummer == 1 ? [Page.Link("Start", "/")] : kruimels(), html: try metUitleg(html), alternates: vormen)
  }

  private func sprongen(_ rijen: ArraySlice<Rij>) -> [TemplateValue] {
    var gezien: Set<String> = []
    return rijen.filter { gezien.insert($0.functie.slug).inserted }.map {
      ["naam": .text($0.functie.naam), "adres": .text("#functie-\($0.functie.slug)")]
    }
  }

  /// How many there are in each state, with a link to them.
  func filters(_ rijen: some Sequence<Rij>, pad: String) -> [TemplateValue] {
    Toestand.allCases.map { toestand in
      let aantal = toestand == .beeindigd ? beeindigd.count : rijen.count { $0.hoortBij(toestand) }
      return [
        "woord": .text(toestand.woord), "aantal": .text(String(aantal)), "adres": weg(pad, Adressen.status(toestand)),
        "soort": .text(toestand.rawValue),
      ]
    }
  }

  /// Statements that ended and are still in the history.
  var beeindigd: [OpenbareOpgave] {
    register.opgaven.filter { if case .beeindigd = $0.status { true } else { false } }
  }

  /// Links to the other pages of something that does not fit on one.
  func bladeren(aantal: Int, nummer: Int, adres: String) -> TemplateValue {
    guard aantal > 1 else { return false }
    let pad = Adressen.bladzijde(nummer, van: adres)
    return [
      "bladen": .list(
        (1...aantal).map { ander in
          [
            "nummer": .text(String(ander)), "adres": weg(pad, Adressen.bladzijde(ander, van: adres)),
            "isDeze": .flag(ander == nummer),
          ]
        })
    ]
  }
}

extension Rij {
  /// Whether the row is on the page of this state.
  func hoortBij(_ toestand: Toestand) -> Bool { toestand == .bevestigingTeLaat ? isTeLaat : self.toestand == toestand }
}

/// How much goes on one page: a page stays light on a slow line, and the same rows are always divided alike.
enum Bladen {
  static let meesteRijen = 150
  static let meesteBytes = 72_000

  /// The rows in parts that each fit on a page; at least one part, which may be empty.
  static func delen<Rij>(_ rijen: [Rij], grootte: (Rij) -> Int) -> [ArraySlice<Rij>] {
    var delen: [ArraySlice<Rij>] = []
    var begin = 0
    var bytes = 0
    for (index, rij) in rijen.enumerated() {
      let omvang = grootte(rij)
      if index > begin, index - begin >= meesteRijen || bytes + omvang > meesteBytes {
        delen.append(rijen[begin..<index])
        (begin, bytes) = (index, 0)
      }
      bytes += omvang
    }
    return delen + [rijen[begin...]]
  }
}
