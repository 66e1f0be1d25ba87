import Foundation

extension Bench {
  /// A municipality with something of everything, made by the built program; for tests that only read.
  package static func gemeente() throws -> Bench { try rich.toRead() }

  /// A copy of that municipality, for tests that write.
  package static func gemeenteToChange() throws -> Bench { try rich.copy() }

  /// Made once, by the commands in `gemeente.txt`.
  private static let rich = PreparedBench {
    let bench = try Bench.founded()
    for (name, rol) in [("directeur", "directeur"), ("gemeentesecretaris", "algemeenDirecteur")] {
      try bench.run("key", "new", name, "--rol", rol).orThrow()
    }
    let words = Set(try script.flatMap { try Typed($0.command).words })
    for paper in words where paper.hasSuffix(".txt") { try bench.write("Kanarie-Stuk-\(paper)\n", to: paper) }
    for text in words where text.hasSuffix(".md") {
      try bench.write("# \(text)\n\nDit mag iedereen lezen.\n", to: text)
    }
    try bench.write(
      String(contentsOf: folder.appendingPathComponent("register.csv"), encoding: .utf8), to: "register.csv")
    for (key, command) in try script { try bench.type(command, als: key).orThrow() }
    return bench
  }

  /// That municipality after who left was erased, the statement with it, and the site was published again.
  package static func gemeenteAfterErasure() throws -> Bench { try erased.toRead() }

  /// A copy of that, for tests that write.
  package static func gemeenteAfterErasureToChange() throws -> Bench { try erased.copy() }

  private static let erased = PreparedBench {
    let bench = try gemeenteToChange()
    try bench.eraseWhoLeft()
    try bench.type("publiceer site", als: "secretariaat").orThrow()
    return bench
  }

  /// Erases everything of who left: Rik Voormalig.
  package func eraseWhoLeft() throws {
    let why = "--grond 'uit dienst' --bewaarregel 'Selectielijst 17.5' --yes"
    try type("vernietig --over locosecretaris/1 \(why)", als: "secretariaat").orThrow()
    // Who held the function and what was confirmed are facts beside the report.
    let others = try ["FunctieBekleed", "NevenwerkzaamhedenBevestigd"].flatMap { try events($0) }.filter {
      ($0["data"] as? [String: Any])?["naam"] as? String == "Rik Voormalig"
    }.compactMap { $0["position"] as? Int }
    try type("vernietig \(others.map(String.init).joined(separator: " ")) \(why)", als: "secretariaat").orThrow()
  }

  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()

  private static var script: [(key: String, command: String)] {
    get throws {
      let text = try String(contentsOf: folder.appendingPathComponent("gemeente.txt"), encoding: .utf8)
      return try text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
        guard let colon = line.range(of: ": ") else { throw CocoaError(.fileReadCorruptFile) }
        return (String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
      }
    }
  }

  /// Runs a command on this bench's ledger as a person types it: words, `'words with spaces'`, and what stands in braces.
  package func type(_ command: String, als key: String? = nil) throws -> Outcome {
    try inLedger(try Typed(command).words.map { try filled($0) }, als: key)
  }

  /// A word with what stands in braces filled in.
  package func filled(_ word: String) throws -> String {
    guard word.hasPrefix("{"), word.hasSuffix("}") else { return word }
    let inside = word.dropFirst().dropLast()
    let parts = inside.split(separator: " ", maxSplits: 1).map(String.init)
    switch (parts.first, parts.last) {
    case ("nummer", let event?): return String(try number(of: event))
    case ("persoon", let functie?): return try holder(of: functie)
    case ("kid", let name?):
      return try run("key", "show", name, "--json").orThrow().json().first?["kid"] as? String ?? ""
    default: return Int(inside).map { Self.day($0) } ?? word
    }
  }

  /// A day, so many days from today.
  package static func day(_ offset: Int) -> String {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "Europe/Amsterdam")
    formatter.dateFormat = "yyyy-MM-dd"
    return formatter.string(from: Date(timeIntervalSinceNow: Double(offset) * 86_400))
  }

  /// Every event of a type as a key sees it, in the order of the log.
  package func events(_ name: String, als key: String = "secretariaat") throws -> [[String: Any]] {
    try inLedger("log", "--json", "--gebeurtenis", name, als: key).orThrow().json()
  }

  /// The number of the last event of a type.
  package func number(of name: String) throws -> Int {
    guard let number = try events(name).last?["position"] as? Int else { throw CocoaError(.featureUnsupported) }
    return number
  }

  /// The pseudonym of who first held a function.
  package func holder(of functie: String) throws -> String {
    let named = try events("FunctieVastgelegd").first { ($0["data"] as? [String: Any])?["naam"] as? String == functie }
    let held = try events("FunctieBekleed").first { $0["stream"] as? String == named?["stream"] as? String }
    guard let holder = (held?["data"] as? [String: Any])?["persoon"] as? String else {
      throw CocoaError(.featureUnsupported)
    }
    return holder
  }
}

/// A command split into words, as a shell does; what stands between quotes or braces is one word.
package struct Typed {
  package let words: [String]

  package init(_ line: String) throws {
    var words: [String] = []
    var word = ""
    var closing: Character?
    var isWord = false
    for character in line {
      switch (character, closing) {
      case (let mark, let end?) where mark == end:
        if mark == "}" { word.append(mark) }
        closing = nil
      case (_, .some): word.append(character)
      case ("'", nil): (closing, isWord) = ("'", true)
      case ("{", nil):
        word.append("{")
        (closing, isWord) = ("}", true)
      case (" ", nil):
        if isWord { words.append(word) }
        (word, isWord) = ("", false)
      default:
        word.append(character)
        isWord = true
      }
    }
    guard closing == nil else { throw CocoaError(.fileReadCorruptFile) }
    self.words = isWord ? words + [word] : words
  }
}
