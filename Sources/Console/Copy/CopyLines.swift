import Governance
import Ledger

/// A file that brings a copy up to date, read piece by piece.
public struct CopyLines {
  private let path: String
  private var lines: LineFile

  /// Opens a file.
  /// - Throws: `Failure` when it is not there or no file.
  public init(at path: String) throws {
    self.path = path
    lines = try LineFile(at: path)
  }

  /// What the file says first.
  /// - Throws: `Failure` (65) when it is no such file.
  public mutating func header() throws -> CopyUpdate { try CopyUpdate(try json() ?? .null) }

  /// The next piece; nil after the last.
  /// - Throws: `Failure` (65) for a line that is none.
  public mutating func next() throws -> CopyPart? { try json().map { try CopyPart($0) } }

  private mutating func json() throws -> JSON? {
    guard let line = try lines.next() else { return nil }
    if let json = try? JSON(parsing: line) { return json }
    throw Failure(
      .badInput,
      Text(
        nl: "«\(path)», regel \(lines.count), is geen JSON: dit is geen bijwerking van een kopie, of zij is beschadigd",
        en: "“\(path)”, line \(lines.count), is not JSON: this is no update of a copy, or it is damaged"),
      remedy: Text(nl: "laat het opnieuw sturen als bestand", en: "have it sent again as a file"))
  }
}
