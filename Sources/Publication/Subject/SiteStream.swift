import Governance

/// Pages of a subject.
public typealias PageStream = SiteStream<Page>
/// Files of a subject beside its pages.
public typealias FileStream = SiteStream<SiteFile>

/// Pieces of the site, made one after the other: a large subject is never in memory as a whole.
///
/// What has to be read while they are made, as the text of a document, is read through the filter that is given then: it is
/// lent for as long, and never kept.
public struct SiteStream<Piece>: Sendable {
  private let make: @Sendable (_ filter: VisibilityFilter?, _ piece: (Piece) throws -> Void) throws -> Void

  /// Pieces that are made when they are asked for, each time alike.
  public init(_ make: @escaping @Sendable (_ piece: (Piece) throws -> Void) throws -> Void) {
    self.make = { _, piece in try make(piece) }
  }

  /// Pieces that are read when they are asked for, each time alike; without a filter there is nothing to read with.
  public init(
    reading make: @escaping @Sendable (_ filter: VisibilityFilter?, _ piece: (Piece) throws -> Void) throws -> Void
  ) { self.make = make }

  /// Gives each piece in turn.
  /// - Parameter filter: The filter of a reader without a key; nil where nothing has to be read.
  public func forEach(reading filter: VisibilityFilter? = nil, _ body: (Piece) throws -> Void) throws {
    try make(filter, body)
  }
}

extension SiteStream where Piece: Sendable {
  /// Pieces that were made.
  public init(_ pieces: [Piece] = []) { self.init { piece in for made in pieces { try piece(made) } } }
}
