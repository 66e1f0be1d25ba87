import Foundation
import TestBench
import Testing

/// What the built program says of its event types.
struct Catalogue {
  /// A sealed field of an event type.
  struct SealedField {
    let event: String
    let name: String
    let visibility: String
    /// Whether a person types any text in it.
    let isText: Bool
    /// A paper is attached, or its place is told: either field fills this one place.
    var place: String {
      for ending in ["Document", "Vindplaats"] where name.hasSuffix(ending) {
        return String(name.dropLast(ending.count))
      }
      return name
    }
  }

  let events: Set<String>
  let sealed: [SealedField]

  init(on bench: Bench) throws {
    let folder = bench.path("catalogus-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try bench.run("catalogus", folder).orThrow()
    var events: Set<String> = []
    var sealed: [SealedField] = []
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) where name.hasSuffix(".schema.json") {
      let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)")))
      let schema = try #require(json as? [String: Any])
      let event = try #require(schema["title"] as? String)
      let data = (schema["properties"] as? [String: [String: Any]])?["data"]?["properties"] as? [String: [String: Any]]
      events.insert(event)
      for (field, shape) in data ?? [:] {
        let visibility = try #require(shape["x-zichtbaarheid"] as? String, "\(event) \(field)")
        guard visibility != "clear" else { continue }
        let value = (shape["anyOf"] as? [[String: Any]])?.first ?? shape
        // Free text; a date or a reference has a pattern of its own.
        let isText =
          value["type"] as? String == "string" && [nil, "^[^\\n\\r]*$"].contains(value["pattern"] as? String)
        sealed.append(SealedField(event: event, name: field, visibility: visibility, isText: isText))
      }
    }
    (self.events, self.sealed) = (events, sealed)
  }
}
