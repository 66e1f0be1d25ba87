import Ledger
import LedgerCrypto

extension FieldShape {
  private static let uuid = "[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"

  /// The shape as JSON Schema (2020-12).
  var schema: JSON {
    switch self {
    case .text(let most): ["type": "string", "minLength": 1, "maxLength": .int(Int64(most)), "pattern": "^[^\\n\\r]*$"]
    case .prose(let most): ["type": "string", "minLength": 1, "maxLength": .int(Int64(most))]
    case .code(let words): ["enum": .array(words.map { .string($0) })]
    case .digest: ["type": "string", "pattern": "^[0-9a-f]{64}$"]
    case .date: ["type": "string", "minLength": 4, "maxLength": 25, "pattern": "^[0-9X./?~%-]+$"]
    case .day: ["type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]
    case .duration: ["type": "string", "pattern": "^P[1-9][0-9]{0,2}[YMWD]$"]
    case .instant: ["type": "integer", "minimum": 0, "maximum": .int(Instant.last.secondsSince1970)]
    case .number(let range): ["type": "integer", "minimum": .int(range.lowerBound), "maximum": .int(range.upperBound)]
    case .truth: ["type": "boolean"]
    case .stream(let kind): ["type": "string", "pattern": .string("^\(kind ?? "[A-Z][A-Za-z0-9]*")/\(Self.uuid)$")]
    case .event: ["type": "string", "pattern": .string("^\(Self.uuid)$")]
    case .link: ["type": "string", "format": "uri", "pattern": "^https://[^ ]+$"]
    case .bytes(let count):
      ["type": "string", "pattern": .string("^[A-Za-z0-9_-]{\((count * 4 + 2) / 3)}$")]
    case .disclosure: ["type": "string", "minLength": 48, "pattern": "^[A-Za-z0-9_-]+$"]
    case .document:
      [
        "type": "object", "additionalProperties": false, "required": ["bestand", "sha256", "grootte", "mediatype"],
        "properties": [
          "bestand": Self.digest.schema, "sha256": Self.digest.schema, "grootte": ["type": "integer", "minimum": 1],
          "mediatype": ["type": "string"],
        ],
      ]
    case .list(let shape, let most):
      ["type": "array", "minItems": 1, "maxItems": .int(Int64(most)), "items": shape.schema]
    case .record(let parts):
      [
        "type": "object", "additionalProperties": false, "required": .array(parts.map { .string($0.name) }),
        "properties": .object(parts.map { JSON.Member($0.name, $0.shape.schema) }),
      ]
    }
  }

  /// A value of this shape, the same every time.
  var sample: JSON {
    switch self {
    case .text, .prose: "voorbeeld"
    case .code(let words): .string(words.first ?? "")
    case .digest: SHA256.hash("voorbeeld").json
    case .date: "2024-11"
    case .day: "2024-11-13"
    case .duration: "P2Y"
    case .instant: 1_732_500_000
    case .number(let range): .int(range.lowerBound)
    case .truth: true
    case .stream(let kind): .string("\(kind ?? "Regeling")/01936000-0000-7000-8000-000000000001")
    case .event: "01936000-0000-7000-8000-000000000002"
    case .link: "https://voorbeeld.example/"
    case .bytes(let count): .string(Base64.url.encode([UInt8](repeating: 7, count: count)))
    case .disclosure:
      DisclosedValue(Disclosure(name: "voorbeeld", value: true, random: RepeatableRandom(seed: "voorbeeld"))).json
    case .document:
      DocumentReference(
        file: SHA256.hash("voorbeeld"), content: SHA256.hash("voorbeeld"), size: 9, mediaType: "text/plain"
      ).json
    case .list(let shape, _): .array([shape.sample])
    case .record(let parts): .object(parts.map { JSON.Member($0.name, $0.shape.sample) })
    }
  }
}
