import Foundation
import Governance
import Ledger

/// `/zoeken/`: everything on the site that has a name, from A to Z for every reader, and by typing for who lets the site's
/// own script run.
struct Finding {
  /// The first page.
  static let path = "/zoeken/"
  /// The script of that page, below the site's root.
  static let scripts = [path + "zoeken.js"]
  /// What the script reads.
  static let register = path + "register.json"

  private let kinds: [Kind]
  private let templates: Templates

  init(_ subjects: [PublishedSubject]) throws {
    templates = try Templates(
      [
        ("zoeken", PackageResources.zoeken_mustache), ("zoeken-opening", PackageResources.zoeken_opening_mustache),
        ("zoeken-letter", PackageResources.zoeken_letter_mustache),
        ("zoeken-regel", PackageResources.zoeken_regel_mustache),
      ] + Layout.shared)
    var names: [String] = []
    var byKind: [String: [Findable]] = [:]
    for one in subjects.flatMap(\.findable) {
      if byKind[one.kind] == nil { names.append(one.kind) }
      byKind[one.kind, default: []].append(one)
    }
    kinds = try names.map { try Kind(name: $0, byKind[$0] ?? []) }
  }

  /// Gives the pages, and the files that their script needs.
  func write(page: (Page, [String]) throws -> Void, file: (SiteFile) throws -> Void) throws {
    try page(try first(), Self.scripts)
    for kind in kinds { for letter in kind.letters { try write(letter, of: kind) { try page($0, []) } } }
    try file(SiteFile(String(Self.register.dropFirst()), data.text + "\n", mediaType: MediaType.json))
    try file(SiteFile("zoeken/zoeken.js", PackageResources.zoeken_js, mediaType: MediaType.script))
  }

  /// The things of one kind under one letter, in Dutch order.
  private struct Letter {
    let sign: String
    let path: String
    let things: [Findable]
  }

  private struct Kind {
    let name: String
    let slug: String
    let letters: [Letter]

    init(name: String, _ things: [Findable]) throws {
      self.name = name
      let kindWord = String(name.comparisonKey.map { $0.isASCII && $0.isLetter ? $0 : "-" })
      guard Address.isSegment(kindWord) else { throw SiteFault.path(name) }
      slug = kindWord
      let sorted = things.map { (key: $0.sortingKey, thing: $0) }.sorted { left, right in
        left.key == right.key
          ? (left.thing.context ?? "", left.thing.path) < (right.thing.context ?? "", right.thing.path)
          : DutchOrder.precedes(left.key, right.key)
      }
      let signs = Dictionary(grouping: sorted) { $0.thing.letter }
      letters = signs.keys.sorted().map { sign in
        // Figures and letters of other alphabets stand together under one sign, after the letters.
        let word = sign == Findable.otherSign ? "anders" : sign.lowercased()
        return Letter(
          sign: sign, path: Finding.path + "\(kindWord)/\(word)/", things: (signs[sign] ?? []).map(\.thing))
      }
    }
  }

  private func first() throws -> Page {
    let values: TemplateValue = [
      "zoeken": "./", "isLeeg": .flag(kinds.isEmpty), "register": .text(Self.way(from: Self.path, to: Self.register)),
      "waarop": .text(kinds.isEmpty ? "namen" : kinds.map { $0.name.lowercased() }.asDutchList),
      "soorten": .list(
        kinds.map { kind in
          [
            "soort": .text(kind.name),
            "letters": .list(
              kind.letters.map {
                [
                  "letter": .text($0.sign), "adres": .text(Self.way(from: Self.path, to: $0.path)),
                  "aantal": .text(String($0.things.count)),
                ]
              }),
          ]
        }),
    ]
    return Page(
      path: Self.path, title: "Zoeken", summary: "Alles wat op deze site een naam heeft, van A tot Z.",
      trail: [Page.Link("Start", "/")], opening: try templates.render("zoeken-opening", values),
      html: try templates.render("zoeken", values))
  }

  private func write(_ letter: Letter, of kind: Kind, _ page: (Page) throws -> Void) throws {
    let sheets = try Sheets.divide(letter.things, letter.path) { thing, path in
      PagePiece(
        html: try templates.render(
          "zoeken-regel",
          [
            "naam": .text(thing.name), "bij": .optional(thing.context),
            "adres": .text(Self.way(from: path, to: thing.path)),
          ]), within: [Enclosure("lijst", "<ul class=\"vondsten\">\n", "</ul>\n")])
    }
    for sheet in sheets {
      let letters = try templates.render(
        "zoeken-letter",
        [
          "letters": .list(
            kind.letters.map {
              [
                "letter": .text($0.sign), "adres": .text(Self.way(from: sheet.path, to: $0.path)),
                "isDeze": .flag($0.path == letter.path),
              ]
            })
        ])
      let title = "\(kind.name) met \(letter.sign)"
      try page(
        Page(
          path: sheet.path, title: title + sheet.titleSuffix,
          summary: "\(kind.name) op deze site, onder \(letter.sign).",
          trail: [Page.Link("Start", "/"), Page.Link("Zoeken", Self.path)],
          opening: try templates.heading(title, sheet), html: letters + sheet.html + (try templates.browse(sheet))))
    }
  }

  /// What the script reads: the kinds, and of each thing its kind, name, context, address and other words.
  private var data: JSON {
    [
      "soorten": .array(kinds.map { .string($0.name) }),
      "dingen": .array(
        kinds.enumerated().flatMap { index, kind in
          kind.letters.flatMap(\.things).map { thing -> JSON in
            .array([
              .int(Int64(index)), .string(thing.name), .string(thing.context ?? ""),
              .string(Self.way(from: Self.path, to: thing.path)), .string(thing.words.joined(separator: " ")),
            ])
          }
        }),
    ]
  }

  private static func way(from page: String, to target: String) -> String { Address.relative(from: page, to: target) }
}

extension Findable {
  /// The sign under which all stands that does not begin with a letter from A to Z.
  static let otherSign = "…"

  /// Words that stand before a Dutch surname and do not count for its place (NEN 5825; the practice of Dutch registers).
  private static let prefixes: Set<String> = [
    "van", "de", "den", "der", "het", "ten", "ter", "te", "in", "op", "aan", "bij", "tot", "uit", "voor", "onder",
    "over",
    "'t", "’t", "'s", "’s", "d'", "la", "le", "du", "von", "zu", "el", "al", "di", "da", "dos", "des",
  ]

  /// By what it stands in its place: a person by the surname without what stands before it.
  var sortingKey: String {
    guard isPerson else { return name }
    let words = name.split(separator: " ")
    guard words.count > 1 else { return name }
    let first = words.firstIndex { Self.prefixes.contains($0.lowercased()) } ?? words.count - 1
    let surname = words[first...].drop { Self.prefixes.contains($0.lowercased()) }
    return (surname.isEmpty ? words[first...] : surname).joined(separator: " ") + ", " + name
  }

  /// The letter from A to Z under which it stands.
  var letter: String {
    let plain = sortingKey.decomposedStringWithCompatibilityMapping.unicodeScalars.first { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
    }
    guard let plain, plain.isASCII, plain.properties.isAlphabetic else { return Self.otherSign }
    return String(plain).uppercased()
  }
}
