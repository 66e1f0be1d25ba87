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
  /// The organisation's own mark; nil for the site's.
  public let logo: Logo?
  /// How the organisation calls itself in the header; nil for the name in the ledger.
  public var name: String? { value(of: StyleDeclaration.nameProperty).map { String($0.dropFirst().dropLast()) } }

  /// Reads a style sheet.
  /// - Parameters:
  ///   - bytes: What is in the file.
  ///   - name: How the file is called in what is said about it.
  ///   - file: Reads a file that the style names, which stands beside it.
  /// - Throws: `Failure` that names the line and what was expected, or the two colours that cannot be told apart.
  public init(
    _ bytes: [UInt8], named name: String, file: (String) throws -> [UInt8]? = { _ in nil }
  ) throws {
    guard bytes.count <= Self.mostBytes else {
      throw Failure(
        .badInput,
        Text(
          nl: "\(name) telt \(bytes.count) bytes; een huisstijl telt er hoogstens \(Self.mostBytes)",
          en: "\(name) has \(bytes.count) bytes; a house style has at most \(Self.mostBytes)"))
    }
    var reader = StyleReader(bytes, named: name)
    var blocks = try reader.blocks()
    guard blocks.contains(where: { !$0.declarations.isEmpty }) else {
      throw Failure(
        .badInput, Text(nl: "\(name) stelt niets in", en: "\(name) sets nothing"), remedy: StyleReader.example)
    }
    let own = try Self.standard()
    try Self.check(blocks, against: own, named: name)
    try StyleContrast(own + blocks, named: name).check()
    logo = try Self.logo(in: &blocks, file, named: name)
    self.blocks = blocks
  }

  /// The picture that the style names, under the name that it has on the site.
  private static func logo(
    in blocks: inout [StyleBlock], _ file: (String) throws -> [UInt8]?, named name: String
  ) throws -> Logo? {
    let all = blocks.flatMap(\.declarations)
    guard let declaration = all.last(where: { $0.name == StyleDeclaration.logoProperty }),
      let path = declaration.logoFile
    else { return nil }
    guard let bytes = try file(path) else {
      throw Failure(
        .notFound,
        Text(
          nl: "\(name), regel \(declaration.line): het logo \(path) staat niet naast de huisstijl",
          en: "\(name), line \(declaration.line): the logo \(path) is not beside the house style"),
        remedy: Text(nl: "zet het in dezelfde map", en: "put it in the same directory"))
    }
    let logo = try Logo(bytes, named: path)
    blocks = blocks.map { block in
      StyleBlock(
        scheme: block.scheme,
        declarations: block.declarations.map { $0.name == StyleDeclaration.logoProperty ? $0.naming(logo) : $0 })
    }
    return logo
  }

  private func value(of property: String) -> String? {
    blocks.flatMap(\.declarations).last { $0.name == property }?.value
  }

  /// The colour of the header, for who chose light and for who chose dark: the site's own mark has it too.
  func accent(_ scheme: StyleBlock.Scheme) -> String? {
    let declared = blocks.filter { $0.scheme == nil || $0.scheme == scheme }.flatMap(\.declarations)
    return declared.last { $0.name == "--kleur-accent" && $0.value.hasPrefix("#") }?.value
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
    let known = Set(own.flatMap { $0.declarations.map(\.name) }).union(StyleDeclaration.identity)
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
