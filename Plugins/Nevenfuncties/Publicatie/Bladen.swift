import Publication

/// What stands around pieces of a page, as a card around its statements: where a page ends it is closed, and opened again
/// on the next.
struct Omhulsel {
  /// What tells it from another.
  let sleutel: String
  let open: String
  let sluit: String

  /// A table's rows of one function, a list, a section with its heading.
  init(_ sleutel: String, _ open: String, _ sluit: String = "") {
    self.sleutel = sleutel
    self.open = open
    self.sluit = sluit
  }
}

/// A piece of a page that is never divided.
struct Stuk {
  let html: String
  /// What it stands in, the outermost first.
  var binnen: [Omhulsel] = []
  /// What it adds to the page elsewhere, as a link that leads to it.
  var erbij = 0
}

/// One page of something that may need more than one.
struct Blad: Sendable {
  let adres: String
  let nummer: Int
  let aantal: Int
  /// The pieces on it, with what they stand in.
  var html = ""
  /// Which of the things are on it.
  var dingen = 0..<0

  var pad: String { Adressen.bladzijde(nummer, van: adres) }
  /// What is added to the title, so that each page has its own.
  var toevoeging: String { nummer == 1 ? "" : ", pagina \(nummer)" }
  var isEerste: Bool { nummer == 1 }
  var isLaatste: Bool { nummer == aantal }
}

/// How much goes on one page: it stays light on a slow line, and the same things are always divided alike.
enum Bladen {
  static let meesteStukken = 150
  /// What is left of 100 kB for the pieces: the page around them and the style sheets take the rest.
  static let meesteBytes = 71_000

  /// Divides things over pages, at least one; each is made for the page it comes on, because its links depend on that.
  /// - Parameter meeste: How many bytes of pieces a page may have; pages with much around the pieces have fewer.
  static func verdeel<Ding>(
    _ dingen: some Sequence<Ding>, _ adres: String, meeste: Int = meesteBytes, maak: (Ding, String) throws -> Stuk
  ) rethrows -> [Blad] {
    var klaar: [(html: String, dingen: Range<Int>)] = []
    var vel = Vel()
    var (begin, aantal) = (0, 0)
    for ding in dingen {
      var stuk = try maak(ding, Adressen.bladzijde(klaar.count + 1, van: adres))
      if aantal > begin, aantal - begin >= meesteStukken || vel.bytes(met: stuk) > meeste {
        klaar.append((vel.afgesloten, begin..<aantal))
        (vel, begin) = (Vel(), aantal)
        // From the second page on all stand equally deep, so that what was made for one serves the next.
        if klaar.count == 1 { stuk = try maak(ding, Adressen.bladzijde(2, van: adres)) }
      }
      vel.voegToe(stuk)
      aantal += 1
    }
    klaar.append((vel.afgesloten, begin..<aantal))
    return klaar.enumerated().map { index, deel in
      Blad(adres: adres, nummer: index + 1, aantal: klaar.count, html: deel.html, dingen: deel.dingen)
    }
  }

  /// The numbers of the pages that a page links to: the first and the last, its neighbours, and some in between.
  ///
  /// All of them on each page would grow with the square of how many there are.
  static func wegwijzers(_ nummer: Int, van aantal: Int) -> [Int] {
    Set([1, nummer - 10, nummer - 2, nummer - 1, nummer, nummer + 1, nummer + 2, nummer + 10, aantal])
      .filter { (1...aantal).contains($0) }.sorted()
  }

  /// A page that is being filled.
  private struct Vel {
    private var html = ""
    private var open: [Omhulsel] = []
    private var erbij = 0

    func bytes(met stuk: Stuk) -> Int {
      let gelijk = gedeeld(stuk)
      let nieuw = stuk.binnen[gelijk...].reduce(0) { $0 + $1.open.utf8.count + $1.sluit.utf8.count }
      return html.utf8.count + open.reduce(0) { $0 + $1.sluit.utf8.count } + nieuw + stuk.html.utf8.count + erbij
        + stuk.erbij
    }

    mutating func voegToe(_ stuk: Stuk) {
      let gelijk = gedeeld(stuk)
      sluit(tot: gelijk)
      for omhulsel in stuk.binnen[gelijk...] {
        html += omhulsel.open
        open.append(omhulsel)
      }
      html += stuk.html
      erbij += stuk.erbij
    }

    /// The page with everything closed.
    var afgesloten: String {
      var vel = self
      vel.sluit(tot: 0)
      return vel.html
    }

    private mutating func sluit(tot diepte: Int) {
      while open.count > diepte, let laatste = open.popLast() { html += laatste.sluit }
    }

    private func gedeeld(_ stuk: Stuk) -> Int {
      zip(open, stuk.binnen).prefix { $0.sleutel == $1.sleutel }.count
    }
  }
}

extension Publicatie {
  /// Links to other pages of the same.
  func bladeren(_ blad: Blad) throws -> String {
    guard blad.aantal > 1 else { return "" }
    var vorige = 0
    let bladen = Bladen.wegwijzers(blad.nummer, van: blad.aantal).map { ander -> TemplateValue in
      defer { vorige = ander }
      return [
        "nummer": .text(String(ander)), "isSprong": .flag(ander > vorige + 1),
        "adres": weg(blad.pad, Adressen.bladzijde(ander, van: blad.adres)), "isDeze": .flag(ander == blad.nummer),
      ]
    }
    return try sjablonen.render("bladeren", ["aantal": .text(String(blad.aantal)), "bladen": .list(bladen)])
  }
}
