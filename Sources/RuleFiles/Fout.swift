import Governance

/// A place in a file: line and column, from 1.
public struct Plaats: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The line.
  public let regel: Int
  /// The column.
  public let kolom: Int

  /// A line and a column.
  public init(regel: Int, kolom: Int) { (self.regel, self.kolom) = (regel, kolom) }

  /// "12:5".
  public var description: String { "\(regel):\(kolom)" }

  /// In the order of the file.
  public static func < (left: Plaats, right: Plaats) -> Bool { (left.regel, left.kolom) < (right.regel, right.kolom) }
}

/// What is wrong with a file, where, and what was expected.
public struct Fout: Sendable, Hashable {
  /// The kinds of fault; tests and scripts know them by these names. What is wrong with the form of a file is here; what
  /// is wrong with what it says, each kind of file adds.
  public struct Soort: RawRepresentable, Sendable, Hashable, CustomStringConvertible {
    /// Its name.
    public let rawValue: String

    /// A kind by its name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Its name.
    public var description: String { rawValue }
  }

  /// Where it stands.
  public let plaats: Plaats
  /// What sort of fault it is.
  public let soort: Soort
  /// What was found.
  public let gevonden: Text
  /// What was expected there.
  public let verwacht: Text?

  /// "gevonden …; verwacht …".
  public var text: Text {
    verwacht.map { gevonden + Text(nl: "; verwacht: ", en: "; expected: ") + $0 } ?? gevonden
  }
}

extension Fout.Soort {
  private init(_ name: String) { self.init(rawValue: name) }

  // The file.

  /// The file is too large.
  public static let teGroot = Self("teGroot")
  /// Its bytes are no text.
  public static let geenUTF8 = Self("geenUTF8")
  /// Its text is no YAML.
  public static let geenYAML = Self("geenYAML")
  /// An anchor or an alias.
  public static let anker = Self("anker")
  /// A tag.
  public static let label = Self("label")
  /// Too many levels.
  public static let teDiep = Self("teDiep")

  // Its form.

  /// A key that stands twice.
  public static let dubbeleSleutel = Self("dubbeleSleutel")
  /// A key that nothing reads.
  public static let onbekendeSleutel = Self("onbekendeSleutel")
  /// A key that must be there.
  public static let ontbreekt = Self("ontbreekt")
  /// A list where text is meant, and the like.
  public static let verkeerdeVorm = Self("verkeerdeVorm")
  /// A word that YAML takes for something else, without quotes.
  public static let aanhalingstekens = Self("aanhalingstekens")
  /// Neither `ja` nor `nee`.
  public static let geenJaNee = Self("geenJaNee")
  /// No number, or one out of range.
  public static let geenGetal = Self("geenGetal")
  /// None of the codes.
  public static let onbekendeWaarde = Self("onbekendeWaarde")
  /// No length of time.
  public static let geenLengte = Self("geenLengte")
  /// No source.
  public static let geenBron = Self("geenBron")
  /// A name that cannot be written.
  public static let geenNaam = Self("geenNaam")
  /// A part that names no source.
  public static let zonderBron = Self("zonderBron")
}

/// Where in a file each part stands, by its path, such as `stappen/StandpuntVerzonden/van`.
public struct Plaatsen: Sendable {
  private var bekend: [String: Plaats] = [:]

  /// The place of a path, or of the nearest part above it that has one.
  public subscript(pad: [String]) -> Plaats {
    var pad = pad
    while true {
      if let plaats = bekend[pad.joined(separator: "/")] { return plaats }
      guard pad.popLast() != nil else { return Plaats(regel: 1, kolom: 1) }
    }
  }

  /// Remembers where a part stands.
  public mutating func zet(_ pad: [String], _ plaats: Plaats) { bekend[pad.joined(separator: "/")] = plaats }
}

/// What has been found so far, by everyone who reads a part.
public final class Verslag {
  /// Who mends these has a file that can be looked at again; what comes after them is not kept.
  public static let meeste = 500

  /// What was found, in the order in which it was.
  public private(set) var fouten: [Fout] = []
  private var gemeld: Set<Fout> = []
  /// Where each part stands, as far as it has been read.
  public var plaatsen = Plaatsen()

  private var invoegingen: [(plaats: Plaats, lengte: Int)] = []

  /// Nothing found yet.
  public init() {}

  /// Remembers that letters were put into the text, which the places in the file do not know of.
  func ingevoegd(_ lengte: Int, at plaats: Plaats) { invoegingen.append((plaats, lengte)) }

  /// Every fault at its place in the file, in the order of the file.
  public var inVolgorde: [Fout] {
    fouten.map { fout in
      let place = invoegingen.reversed().reduce(fout.plaats) { place, put in
        guard place.regel == put.plaats.regel, place.kolom > put.plaats.kolom else { return place }
        return Plaats(regel: place.regel, kolom: max(put.plaats.kolom, place.kolom - put.lengte))
      }
      return Fout(plaats: place, soort: fout.soort, gevonden: fout.gevonden, verwacht: fout.verwacht)
    }.sorted { ($0.plaats, $0.soort.rawValue) < ($1.plaats, $1.soort.rawValue) }
  }

  /// Whether there is no use in looking further.
  public var isVol: Bool { fouten.count >= Self.meeste }

  /// Tells of a fault, once.
  public func fout(_ soort: Fout.Soort, _ plaats: Plaats, _ gevonden: Text, verwacht: Text? = nil) {
    let fout = Fout(plaats: plaats, soort: soort, gevonden: gevonden, verwacht: verwacht)
    if !isVol, gemeld.insert(fout).inserted { fouten.append(fout) }
  }
}
