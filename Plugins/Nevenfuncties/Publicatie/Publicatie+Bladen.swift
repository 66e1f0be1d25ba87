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
  static let meesteBytes = 72_000

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
  /// The pages of a table; its rows are written for each page, because their links depend on where they stand.
  func bladen(
    _ adres: String, rijen: (_ pad: String) throws -> [Rij], maak: (Blad) throws -> Page
  ) throws -> [Page] {
    let delen = Bladen.delen(try rijen(adres)) { $0.html.utf8.count }
    return try delen.enumerated().map { index, deel in
      let pad = Adressen.bladzijde(index + 1, van: adres)
      return try maak(
        Blad(adres: adres, nummer: index + 1, aantal: delen.count, rijen: Array(try rijen(pad)[deel])))
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
