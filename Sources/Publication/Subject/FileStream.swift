/// Files of a subject beside its pages, made one after the other: a large one is in memory only while it is written.
public struct FileStream: Sendable {
  private let make: @Sendable (_ file: (SiteFile) throws -> Void) throws -> Void

  /// Files that are made when they are asked for, each time alike.
  public init(_ make: @escaping @Sendable (_ file: (SiteFile) throws -> Void) throws -> Void) { self.make = make }

  /// Files that were made.
  public init(_ files: [SiteFile] = []) { make = { file in for made in files { try file(made) } } }

  /// Gives each file in turn.
  public func forEach(_ body: (SiteFile) throws -> Void) throws { try make(body) }
}
