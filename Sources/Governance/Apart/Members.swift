import Ledger
import LedgerCrypto

/// The members of an object in a file that came from elsewhere, read by name: what is missing or is of another form is told
/// by its place.
struct Members {
  private let json: JSON
  private let path: String

  init(_ json: JSON, _ path: String = "") {
    self.json = json
    self.path = path
  }

  /// Why a file cannot be read: the place, and nothing of what stands there.
  struct Problem: Error {
    let place: String

    /// Said of a file that should be of this kind.
    func failure(_ kind: Text) -> Failure {
      Failure(
        .badInput,
        Text(nl: "dit is niet te lezen als ", en: "this cannot be read as ") + kind
          + Text(
            nl: ": «\(place)» ontbreekt of heeft een andere vorm", en: ": “\(place)” is missing or has another form"),
        remedy: Text(
          nl: "laat het opnieuw sturen, door dezelfde waarborg gemaakt",
          en: "have it sent again, made by the same waarborg"))
    }
  }

  private func place(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  /// A member that must be there.
  func get<Value>(_ name: String, _ read: (JSON) throws -> Value?) throws -> Value {
    guard let found = json[name], let value = try read(found) else { throw Problem(place: place(name)) }
    return value
  }

  /// A member that may be null.
  func optional<Value>(_ name: String, _ read: (JSON) throws -> Value?) throws -> Value? {
    guard let found = json[name], found != .null else { return nil }
    guard let value = try read(found) else { throw Problem(place: place(name)) }
    return value
  }

  /// A list.
  func list<Value>(_ name: String, _ read: (JSON) throws -> Value?) throws -> [Value] {
    guard let elements = json[name]?.array else { throw Problem(place: place(name)) }
    return try elements.enumerated().map { index, element in
      guard let value = try read(element) else { throw Problem(place: "\(place(name))[\(index)]") }
      return value
    }
  }

  /// A list of objects.
  func objects<Value>(_ name: String, _ read: (Members) throws -> Value) throws -> [Value] {
    guard let elements = json[name]?.array else { throw Problem(place: place(name)) }
    return try elements.enumerated().map { try read(Members($1, "\(place(name))[\($0)]")) }
  }

  func text(_ name: String) throws -> String { try get(name) { $0.string } }
  func bytes(_ name: String) throws -> [UInt8] { try get(name) { $0.bytes } }
  func digest(_ name: String) throws -> Digest { try get(name) { Digest(json: $0) } }
  func disclosures(_ name: String) throws -> [Disclosure] {
    try list(name) { $0.string.flatMap { try? Disclosure(encoded: $0) } }
  }
}

extension JSON {
  /// The bytes of a base64url text.
  var bytes: [UInt8]? { string.flatMap { try? Base64.url.decode($0) } }

  /// Bytes as base64url.
  init(bytes: [UInt8]) { self = .string(Base64.url.encode(bytes)) }
}
