import Console
import Governance
import Yams

/// The text of a file of rules as a tree of YAML nodes, with everything refused that costs more than it says.
public enum Bestandstekst {
  /// A file is refused beyond this, before anything looks at it.
  public static let mostBytes = 1 << 20
  /// How deep lists and mappings may lie in each other.
  public static let mostDepth = 12

  /// So many keys that stand twice are told in one pass: for each the text is read again.
  public static let mostDoubles = 25

  /// What a second key of the same name is made to begin with, so that the rest of the file can be read as well.
  static let dubbel: Character = "\u{E000}"

  /// Reads the tree; nil when there is none, with the faults that say why.
  ///
  /// - Parameter verwacht: what the file should hold, such as "een procedure".
  public static func knoop(_ bytes: [UInt8], _ verslag: Verslag, verwacht: Text) -> Node? {
    let begin = Plaats(regel: 1, kolom: 1)
    guard bytes.count <= mostBytes else {
      verslag.fout(
        .teGroot, begin, Text(nl: "een bestand van meer dan 1 MiB", en: "a file of more than 1 MiB"),
        verwacht: Text(nl: "ten hoogste \(mostBytes) bytes", en: "\(mostBytes) bytes at most"))
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      let place = StrictText.place(of: bytes)
      verslag.fout(
        .geenUTF8, Plaats(regel: place.line, kolom: place.character), Text(nl: "geen UTF-8", en: "no UTF-8"),
        verwacht: Text("UTF-8"))
      return nil
    }
    guard zoekAnkers(text, verslag) else { return nil }
    guard let node = lees(text, verslag, verwacht) else { return nil }
    guard isOndiep(node, mostDepth, verslag) else { return nil }
    return node
  }

  private static let endsWord = Set(" \t\r\n,[]{}".unicodeScalars)
  private static let beforeWord = Set(" \t\r\n,[]{}:?-\"'!|>".unicodeScalars)

  /// Anchors and aliases make a small file large when it is read, so they are looked for in the bytes, before anything
  /// reads them: an `&` or `*` with which a word begins, wherever it stands.
  private static func zoekAnkers(_ text: String, _ verslag: Verslag) -> Bool {
    var place = (line: 1, column: 1)
    var previous: Unicode.Scalar = "\n"
    var mark: (Unicode.Scalar, Plaats)?
    var isClean = true
    for scalar in text.unicodeScalars {
      if let (sign, at) = mark, !endsWord.contains(scalar) {
        isClean = false
        verslag.fout(
          .anker, at,
          Text(nl: "een anker of verwijzing («\(sign)\(scalar)…»)", en: "an anchor or alias (“\(sign)\(scalar)…”)"),
          verwacht: Text(
            nl: "de waarde zelf, ook tussen aanhalingstekens; geen woord dat met & of * begint",
            en: "the value itself, between quotes as well; no word that begins with & or *"))
      }
      mark = nil
      if scalar == "&" || scalar == "*", beforeWord.contains(previous) {
        mark = (scalar, Plaats(regel: place.line, kolom: place.column))
      }
      if scalar == "\n" { place = (place.line + 1, 1) } else { place.column += 1 }
      previous = scalar
    }
    return isClean
  }

  /// Composes the text. Yams stops at the first mapping with a key twice: that key is then marked and the text is read
  /// again, so that one pass tells of them all.
  private static func lees(_ text: String, _ verslag: Verslag, _ verwacht: Text) -> Node? {
    var text = text
    for _ in 0..<mostDoubles {
      do {
        guard let node = try Parser(yaml: text, encoding: .utf8).singleRoot() else {
          verslag.fout(
            .geenYAML, Plaats(regel: 1, kolom: 1), Text(nl: "een leeg bestand", en: "an empty file"),
            verwacht: verwacht)
          return nil
        }
        return node
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        guard let patched = keys.first.flatMap({ markeer($0, after: context.mark, in: text, verslag) }) else {
          verslag.fout(
            .dubbeleSleutel, Plaats(regel: context.mark.line, kolom: context.mark.column),
            Text(
              nl: "«\(keys.joined(separator: ", "))» meer dan eens",
              en: "“\(keys.joined(separator: ", "))” more than once"),
            verwacht: Text(nl: "elke sleutel één keer", en: "each key once"))
          return nil
        }
        text = patched
      } catch {
        meld(error, verslag)
        return nil
      }
    }
    verslag.fout(
      .dubbeleSleutel, Plaats(regel: 1, kolom: 1),
      Text(nl: "meer dan \(mostDoubles) dubbele sleutels", en: "more than \(mostDoubles) keys that stand twice"),
      verwacht: Text(nl: "elke sleutel één keer", en: "each key once"))
    return nil
  }

  /// Marks every key of a name after the first: in a block each next line at the same column, in a line each next place.
  private static func markeer(_ key: String, after mark: Mark, in text: String, _ verslag: Verslag) -> String? {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.unicodeScalars) }
    let (first, column) = (mark.line - 1, mark.column - 1)
    var count = 0
    func put(_ index: Int, _ column: Int) {
      // With a number of its own, so that it does not stand twice again.
      count += 1
      let sign = Array("\(dubbel)\(mark.line).\(count)\(dubbel)".unicodeScalars)
      lines[index].insert(contentsOf: sign, at: column)
      verslag.ingevoegd(sign.count, at: Plaats(regel: index + 1, kolom: column + 1))
    }
    for index in first..<lines.count {
      let line = lines[index]
      if index == first {
        // From the end, so that what is put in moves nothing that is still looked at.
        for place in line.indices.dropFirst(mark.column).reversed() where flowStart.contains(line[place - 1]) {
          if let start = Self.sleutel(key, in: line, at: place) { put(index, start) }
        }
      } else if let start = line.firstIndex(where: { $0 != " " }), line[start] != "#" {
        // A line further to the left ends the mapping.
        guard start >= column else { break }
        if start == column, let start = Self.sleutel(key, in: line, at: start) { put(index, start) }
      }
    }
    return count > 0 ? lines.map { String(String.UnicodeScalarView($0)) }.joined(separator: "\n") : nil
  }

  private static let flowStart = Set("{, ".unicodeScalars)

  /// Where the letters of a key begin that stands at a column, with or without quotes; nil when another word does.
  private static func sleutel(_ key: String, in line: [Unicode.Scalar], at column: Int) -> Int? {
    for quote in ["", "\"", "'"] {
      let whole = Array((quote + key + quote).unicodeScalars)
      guard line[column...].starts(with: whole) else { continue }
      if line[(column + whole.count)...].first(where: { $0 != " " }) == ":" { return column + quote.count }
    }
    return nil
  }

  private static func meld(_ error: any Error, _ verslag: Verslag) {
    let (place, problem): (Plaats, String) =
      switch error {
      case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
        YamlError.composer(_, let problem, let mark, _):
        (Plaats(regel: mark.line, kolom: mark.column), problem)
      case YamlError.reader(let problem, let offset, _, let yaml):
        (plaats(of: offset ?? 0, in: yaml), problem)
      default: (Plaats(regel: 1, kolom: 1), "\(error)")
      }
    verslag.fout(
      .geenYAML, place,
      Text(
        nl: "geen geldige YAML" + (nederlands(problem).map { " (\($0))" } ?? ""), en: "no valid YAML (\(problem))"),
      verwacht: Text(
        nl: "ingesprongen regels «sleutel: waarde», met spaties", en: "indented lines “key: value”, with spaces"))
  }

  /// What the reader of YAML says, in Dutch; nil for what it seldom says.
  private static func nederlands(_ problem: String) -> String? {
    let known = [
      "cannot start any token": "een teken waarmee geen waarde begint",
      "mapping values are not allowed": "een dubbele punt waar geen sleutel kan staan",
      "did not find expected key": "hier hoort een sleutel",
      "could not find expected ':'": "hier hoort een dubbele punt",
      "did not find expected ','": "hier hoort een komma of het einde van de lijst",
      "did not find expected '-'": "hier hoort een streepje van de lijst",
      "block sequence entries are not allowed": "een streepje waar geen lijst kan staan",
      "unexpected end of stream": "een aanhalingsteken of haakje dat niet wordt gesloten",
      "did not find expected <document start>": "hier houdt het document al op",
      "unknown escape character": "een onbekend teken na een schuine streep",
    ]
    return known.first { problem.contains($0.key) }?.value
  }

  private static func plaats(of offset: Int, in text: String) -> Plaats {
    let before = text.utf8.prefix(offset)
    let line = before.count { $0 == UInt8(ascii: "\n") }
    let column = before.reversed().prefix { $0 != UInt8(ascii: "\n") }.count
    return Plaats(regel: line + 1, kolom: column + 1)
  }

  private static func isOndiep(_ node: Node, _ left: Int, _ verslag: Verslag, isKey: Bool = false) -> Bool {
    guard left > 0 else {
      verslag.fout(
        .teDiep, Plaats(node), Text(nl: "meer dan \(mostDepth) lagen diep", en: "more than \(mostDepth) levels deep"),
        verwacht: Text(nl: "ten hoogste \(mostDepth) lagen", en: "\(mostDepth) levels at most"))
      return false
    }
    // What a tag says of a value is not read, so it may not be there; those of keys have been resolved by now.
    let tag =
      switch node {
      // What stands between quotes is text, and Yams says so in a tag.
      case .scalar(let scalar):
        scalar.isQuoted && scalar.tag.description == "tag:yaml.org,2002:str" ? "" : scalar.tag.description
      case .sequence(let list): list.tag.description
      case .mapping(let map): map.tag.description
      case .alias: ""
      }
    if !isKey, !["", "!"].contains(tag) {
      verslag.fout(
        .label, Plaats(node), Text(nl: "een label (\(tag))", en: "a tag (\(tag))"),
        verwacht: Text(nl: "de waarde zonder label", en: "the value without a tag"))
    }
    return switch node {
    case .scalar, .alias: true
    case .sequence(let list): list.allSatisfy { isOndiep($0, left - 1, verslag) }
    case .mapping(let map):
      map.allSatisfy { isOndiep($0.key, left - 1, verslag, isKey: true) && isOndiep($0.value, left - 1, verslag) }
    }
  }
}

extension Plaats {
  /// Where a node begins.
  public init(_ node: Node) {
    self.init(regel: node.mark?.line ?? 1, kolom: node.mark?.column ?? 1)
  }
}
