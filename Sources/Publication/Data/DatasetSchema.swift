import Governance
import Ledger

/// The JSON Schema (draft 2020-12) of a data file.
struct DatasetSchema {
  let table: DataTable
  let source: SiteSource

  init(_ table: DataTable, _ source: SiteSource) {
    self.table = table
    self.source = source
  }

  var json: JSON {
    let id = source.settings.url("/" + SubjectData.Paths.schema(table.name))
    return [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": .string(id),
      "title": .string(table.title),
      "description": .string(table.dataset.description),
      "type": "object",
      "properties": .object(members + (table.publications == nil ? [] : [.init("publicaties", Self.publications)])),
      "required": .array(
        (members.map(\.name) + (table.publications == nil ? [] : ["publicaties"])).map { .string($0) }),
      "additionalProperties": false,
    ]
  }

  private var members: [JSON.Member] {
    let id = source.settings.url("/" + SubjectData.Paths.schema(table.name))
    guard
      case .object(let members):JSON = [
        "schema": ["const": .string(id), "description": "Het adres van dit schema."],
        "bijgewerkt": ["type": "string", "format": "date", "description": "De dag waarover de gegevens gaan."],
        "bron": origin,
        "licentie": ["type": "string", "format": "uri", "description": "De licentie van de gegevens."],
        "velden": columns,
        "gegevens": ["type": "array", "items": row, "description": "De gegevens, één object per regel."],
      ]
    else { return [] }
    return members
  }

  /// When the site was written before: with it, what stood on the site on a day can be told from what held.
  private static let publications: JSON = [
    "type": "array",
    "description": "Wanneer de site is gepubliceerd, de vroegste eerst.",
    "items": [
      "type": "object",
      "properties": [
        "op": ["type": "string", "format": "date", "description": "De dag waarop de site is gepubliceerd."],
        "omvang": [
          "type": "integer", "minimum": 1,
          "description": "Uit hoeveel gebeurtenissen: wat een lager nummer heeft, kon erop staan.",
        ],
      ],
      "required": ["op", "omvang"],
      "additionalProperties": false,
    ],
  ]

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
    let columns = table.dataset.columns
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
