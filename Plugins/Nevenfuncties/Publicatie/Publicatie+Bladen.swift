import Publication

/// One page of a table that may need more than one.
struct Blad {
  let adres: String
  let nummer: Int
  let aantal: Int
  let rijen: [Rij]

  var pad: String { Adressen.bladzijde(nummer, van: adres) }
  /// What is added to the title, so that each page has its own.
  var toevoeging: String { nummer == 1 ? "" : ", pagina \(nummer)" }

  init(adres: String, nummer: Int = 1, aantal: Int = 1, rijen: [Rij] = []) {
    self.adres = adres
    self.nummer = nummer
    self.aantal = aantal
    self.rijen = rijen
  }
}

/// How much goes on one page: it stays light on a slow line, and the same rows are always divided alike.
enum Bladen {
  static let meesteRijen = 150
  /// What is left of 100 kB for the rows: the page around them and the style sheets take the rest.
  static let meesteBytes = 70_000

  /// The things in parts that each fit on a page; at least one part, which may be empty.
  static func delen<Ding>(_ dingen: [Ding], grootte: (Ding) -> Int) -> [Range<Int>] {
    var delen: [Range<Int>] = []
    var begin = 0
    var bytes = 0
    for (index, ding) in dingen.enumerated() {
      let omvang = grootte(ding)
      if index > begin, index - begin >= meesteRijen || bytes + omvang > meesteBytes {
        delen.append(begin..<index)
        (begin, bytes) = (index, 0)
      }
      bytes += omvang
    }
    return delen + [begin..<dingen.count]
  }
}

extension Publicatie {
  /// The pages of a table.
  func bladen(_ adres: String, regels: [Regel], actueel: Bool, maak: (Blad) throws -> Page) throws -> [Page] {
    let eerste = try regels.map { try rij($0, pad: adres, actueel: actueel) }
    let delen = Bladen.delen(eerste) { $0.grootte }
    return try delen.enumerated().map { index, deel in
      let pad = Adressen.bladzijde(index + 1, van: adres)
      let rijen = index == 0 ? Array(eerste[deel]) : try regels[deel].map { try rij($0, pad: pad, actueel: actueel) }
      return try maak(Blad(adres: adres, nummer: index + 1, aantal: delen.count, rijen: rijen))
    }
  }

  /// Links to the other pages of the same.
  func bladeren(_ blad: Blad) -> TemplateValue {
    guard blad.aantal > 1 else { return false }
    return [
      "bladen": .list(
        (1...blad.aantal).map { ander in
          [
            "nummer": .text(String(ander)),
            "adres": weg(blad.pad, Adressen.bladzijde(ander, van: blad.adres)), "isDeze": .flag(ander == blad.nummer),
          ]
        })
    ]
  }
}
