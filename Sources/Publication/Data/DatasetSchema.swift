import Governance
import Ledger

/// The JSON Schema (draft 2020-12) of a subject's data file.
struct DatasetSchema {
  let subject: PublishedSubject
  let source: SiteSource

  init(_ subject: PublishedSubject, _ source: SiteSource) {
    self.subject = subject
    self.source = source
  }

  var json: JSON {
    let id = source.settings.url("/" + SubjectData.Paths.schema(subject.slug))
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": .string(id),
      "title": .string(subject.title),
      "description": .string(subject.dataset.description),
      "type": "object",
      "properties": [
        "schema": ["const": .string(id), "description": "Het adres van dit schema."],
        "bijgewerkt": ["type": "string", "format": "date", "description": "De dag waarover de gegevens gaan."],
        "bron": origin,
        "licentie": ["type": "string", "format": "uri", "description": "De licentie van de gegevens."],
        "velden": columns,
        "gegevens": ["type": "array", "items": row, "description": "De gegevens, één object per regel."],
      ],
      "required": ["schema", "bijgewerkt", "bron", "licentie", "velden", "gegevens"],
      "additionalProperties": false,
    ]
  }

  private var origin: JSON {
    [
      "type": "object",
      "description": "De stand van het grootboek waaruit de gegevens komen.",
      "properties": [
        "grootboek": ["type": "string", "description": "Welk grootboek."],
        "omvang": ["type": "integer", "minimum": 1, "description": "Hoeveel gebeurtenissen het telde."],
        "wortel": [
          "type": "string", "pattern": "^[A-Za-z0-9+/]{43}=$",
          "description": "De hash over al die gebeurtenissen (RFC 6962), base64.",
        ],
      ],
      "required": ["grootboek", "omvang", "wortel"],
      "additionalProperties": false,
    ]
  }

  private var columns: JSON {
    [
      "type": "array",
      "description": "Wat elk veld betekent.",
      "items": [
        "type": "object",
        "properties": [
          "naam": ["type": "string"], "kop": ["type": "string"], "betekenis": ["type": "string"],
          "verplicht": ["type": "boolean"],
        ],
        "required": ["naam", "kop", "betekenis", "verplicht"],
        "additionalProperties": false,
      ],
    ]
  }

  private var row: JSON {
    let columns = subject.dataset.columns
    return [
      "type": "object",
      "properties": .object(columns.map { JSON.Member($0.name, $0.schema) }),
      "required": .array(columns.map { .string($0.name) }),
      "additionalProperties": false,
    ]
  }
}

extension Dataset.Column {
  /// What the schema says of its values: null means that there is no value, never "none".
  fileprivate var schema: JSON {
    let description = JSON.Member("description", .string(meaning))
    if case .code(let words) = kind {
      return .object([.init("enum", .array(words.map { .string($0) } + (isRequired ? [] : [.null]))), description])
    }
    let (type, format): (JSON, JSON?) =
      switch kind {
      case .text, .code: ("string", nil)
      case .day: ("string", "date")
      case .number: ("integer", nil)
      case .truth: ("boolean", nil)
      case .path: ("string", "uri")
      }
    let types: JSON = isRequired ? type : [type, "null"]
    return .object([.init("type", types)] + (format.map { [.init("format", $0)] } ?? []) + [description])
  }
}
