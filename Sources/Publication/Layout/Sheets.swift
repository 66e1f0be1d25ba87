/// What stands around pieces of a page, as a card around its statements: where a page ends it is closed, and opened again
/// on the next.
public struct Enclosure: Sendable {
  /// What tells it from another.
  let key: String
  let open: String
  let close: String

  /// A table's rows of one function, a list, a section with its heading.
  public init(_ key: String, _ open: String, _ close: String = "") {
    self.key = key
    self.open = open
    self.close = close
  }
}

/// A piece of a page that is never divided.
public struct PagePiece: Sendable {
  let html: String
  let within: [Enclosure]
  let extra: Int

  /// A piece.
  /// - Parameters:
  ///   - html: What a template made of it.
  ///   - within: What it stands in, the outermost first.
  ///   - extra: The bytes that it adds to the page elsewhere, as a link that leads to it does.
  public init(html: String, within: [Enclosure] = [], extra: Int = 0) {
    self.html = html
    self.within = within
    self.extra = extra
  }
}

/// One page of something that may need more than one.
public struct Sheet: Sendable {
  /// The address of the first.
  public let address: String
  /// Which one it is, from 1.
  public let number: Int
  /// How many there are.
  public let count: Int
  /// The pieces on it, with what they stand in.
  public let html: String
  /// Which of the things are on it, by their place among all.
  public let things: Range<Int>
  /// How many things there are on all of them together.
  public let total: Int

  /// Its own address below the site's root.
  public var path: String { Address.sheet(number, of: address) }
  /// What is added to the title, so that each page has its own.
  public var titleSuffix: String { number == 1 ? "" : ", pagina \(number)" }
  /// Whether it is the first.
  public var isFirst: Bool { number == 1 }
  /// Whether it is the last.
  public var isLast: Bool { number == count }
}

/// How much goes on one page: it stays light on a slow line, and the same things are always divided alike.
public enum Sheets {
  /// The most pieces of one page.
  public static let mostPieces = 150
  /// What is left of 100 kB for the pieces: the page around them and the style sheets take the rest.
  public static let mostBytes = 71_000

  /// Divides things over pages, at least one; each is made for the page it comes on, because its links depend on that.
  /// - Parameter most: How many bytes of pieces a page may have; pages with much around the pieces have fewer.
  public static func divide<Thing>(
    _ things: some Sequence<Thing>, _ address: String, most: Int = mostBytes, make: (Thing, String) throws -> PagePiece
  ) rethrows -> [Sheet] {
    var done: [(html: String, things: Range<Int>)] = []
    var filling = Filling()
    var (start, count) = (0, 0)
    for thing in things {
      var piece = try make(thing, Address.sheet(done.count + 1, of: address))
      if count > start, count - start >= mostPieces || filling.bytes(with: piece) > most {
        done.append((filling.closed, start..<count))
        (filling, start) = (Filling(), count)
        // From the second page on all stand equally deep, so that what was made for one serves the next.
        if done.count == 1 { piece = try make(thing, Address.sheet(2, of: address)) }
      }
      filling.add(piece)
      count += 1
    }
    done.append((filling.closed, start..<count))
    return done.enumerated().map { index, part in
      Sheet(address: address, number: index + 1, count: done.count, html: part.html, things: part.things, total: count)
    }
  }

  /// The numbers of the pages that a page links to: the first and the last, its neighbours, and some in between.
  ///
  /// All of them on each page would grow with the square of how many there are.
  static func signposts(_ number: Int, of count: Int) -> [Int] {
    Set([1, number - 10, number - 2, number - 1, number, number + 1, number + 2, number + 10, count])
      .filter { (1...count).contains($0) }.sorted()
  }

  /// A page that is being filled.
  private struct Filling {
    private var html = ""
    private var open: [Enclosure] = []
    private var extra = 0

    func bytes(with piece: PagePiece) -> Int {
      let same = shared(piece)
      let new = piece.within[same...].reduce(0) { $0 + $1.open.utf8.count + $1.close.utf8.count }
      return html.utf8.count + open.reduce(0) { $0 + $1.close.utf8.count } + new + piece.html.utf8.count + extra
        + piece.extra
    }

    mutating func add(_ piece: PagePiece) {
      let same = shared(piece)
      close(down: same)
      for enclosure in piece.within[same...] {
        html += enclosure.open
        open.append(enclosure)
      }
      html += piece.html
      extra += piece.extra
    }

    /// The page with everything closed.
    var closed: String {
      var filling = self
      filling.close(down: 0)
      return filling.html
    }

    private mutating func close(down depth: Int) {
      while open.count > depth, let last = open.popLast() { html += last.close }
    }

    private func shared(_ piece: PagePiece) -> Int {
      zip(open, piece.within).prefix { $0.key == $1.key }.count
    }
  }
}

extension Templates {
  /// Links to the other pages of the same; nothing when there is one page.
  ///
  /// The templates hold the ones that are shared (`Layout.shared`).
  public func browse(_ sheet: Sheet) throws -> String {
    guard sheet.count > 1 else { return "" }
    var last = 0
    let others = Sheets.signposts(sheet.number, of: sheet.count).map { other -> TemplateValue in
      defer { last = other }
      let way = Address.relative(from: sheet.path, to: Address.sheet(other, of: sheet.address))
      return [
        "nummer": .text(String(other)), "isSprong": .flag(other > last + 1), "adres": .text(way),
        "isDeze": .flag(other == sheet.number),
      ]
    }
    return try render("bladeren", ["aantal": .text(String(sheet.count)), "bladen": .list(others)])
  }

  /// The heading of a page, with which one it is and which things are on it.
  ///
  /// The templates hold the ones that are shared (`Layout.shared`).
  public func heading(_ title: String, _ sheet: Sheet, things: String? = nil) throws -> String {
    let range = "\(sheet.things.lowerBound + 1) tot en met \(sheet.things.upperBound)"
    return try render(
      "kop",
      [
        "titel": .text(title),
        "bereik": .optional(sheet.count > 1 ? "\(things ?? "Regel") \(range) van \(sheet.total)" : nil),
      ])
  }
}
