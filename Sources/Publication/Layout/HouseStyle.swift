import Governance
import LedgerCrypto

/// An organisation's own colours, type and measures: a style sheet that sets custom properties and nothing else.
///
/// It stands beside the site's own style and overrides it, as style sheets do: what `:root` sets holds in the dark as well,
/// unless a block for the dark sets it again.
public struct HouseStyle: Sendable, Hashable {
  /// Where it stands on the site, without a slash at the start.
  public static let path = "stijl/huisstijl.css"
  /// The most that it may weigh.
  public static let mostBytes = 10_000

  let blocks: [StyleBlock]

  /// Reads a style sheet.
  /// - Parameters:
  ///   - bytes: What is in the file.
  ///   - name: How the file is called in what is said about it.
  /// - Throws: `Failure` that names the line and what was expected, or the two colours that cannot be told apart.
  public init(_ bytes: [UInt8], named name: String) throws {
    guard bytes.count <= Self.mostBytes else {
      throw Failure(
        .badInput,
        Text(
          nl: "\(name) telt \(bytes.count) bytes; een huisstijl telt er hoogstens \(Self.mostBytes)",
          en: "\(name) has \(bytes.count) bytes; a house style has at most \(Self.mostBytes)"))
    }
    var reader = StyleReader(bytes, named: name)
    blocks = try reader.blocks()
    guard blocks.contains(where: { !$0.declarations.isEmpty }) else {
      throw Failure(
        .badInput, Text(nl: "\(name) stelt niets in", en: "\(name) sets nothing"), remedy: StyleReader.example)
    }
    let own = try Self.standard()
    try Self.check(blocks, against: own, named: name)
    try StyleContrast(own + blocks, named: name).check()
  }

  /// The style sheet as it stands on the site: the same settings give the same bytes, whatever their layout or comments.
  public var css: [UInt8] { Array(blocks.map(\.css).joined().utf8) }

  /// The SHA-256 of the style sheet on the site.
  public var digest: Digest { SHA256.hash(css) }

  /// The site's own style, whose names are the ones that can be set.
  static func standard() throws -> [StyleBlock] {
    var reader = StyleReader(PackageResources.tokens_css, named: "tokens.css", isOwn: true)
    return try reader.blocks()
  }

  private static func check(_ blocks: [StyleBlock], against own: [StyleBlock], named name: String) throws {
    let known = Set(own.flatMap { $0.declarations.map(\.name) })
    for declaration in blocks.flatMap(\.declarations) {
      guard known.contains(declaration.name) else {
        let names = known.sorted().joined(separator: ", ")
        throw StyleReader.failure(
          name, declaration.line, found: declaration.name,
          expected: Text(nl: "een van \(names)", en: "one of \(names)"))
      }
      guard declaration.isSound(known) else {
        throw StyleReader.failure(
          name, declaration.line, found: "\(declaration.name): \(declaration.value)", expected: declaration.expected)
      }
    }
  }
}

/// Declarations for every reader, or for those who chose light or dark.
struct StyleBlock: Sendable, Hashable {
  /// What a reader can choose in the browser or the system.
  enum Scheme: String, Sendable, CaseIterable {
    case light
    case dark

    var text: Text {
      switch self {
      case .light: Text(nl: "licht", en: "light")
      case .dark: Text(nl: "donker", en: "dark")
      }
    }
  }

  let scheme: Scheme?
  let declarations: [StyleDeclaration]

  /// The block as it is written.
  var css: String {
    let lines = declarations.map { "  \($0.name): \($0.value);\n" }.joined()
    let root = ":root {\n\(lines)}\n"
    return scheme.map { "@media (prefers-color-scheme: \($0.rawValue)) {\n\(root)}\n" } ?? root
  }
}
