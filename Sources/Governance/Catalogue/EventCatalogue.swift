import Ledger
import LedgerCrypto

/// The published event catalogue: schema and samples of every event type and version, for people who do not read Swift.
public struct EventCatalogue: Sendable {
  /// One file of the catalogue.
  public struct File: Sendable, Hashable {
    /// Its path below the catalogue's folder.
    public let path: String
    /// What is in it.
    public let content: String
  }

  private let catalog: Catalog
  private let key: SigningKey

  /// The catalogue of the installed plugins; samples are signed with a key that everyone knows.
  public init(_ catalog: Catalog) throws {
    self.catalog = catalog
    key = try SigningKey(seed: SecretBytes(SHA256.hash("waarborg sample key").bytes))
  }

  /// Every file, in a fixed order, always the same bytes for the same types.
  public func files() throws -> [File] {
    var files: [File] = []
    for type in catalog.events {
      for version in type.earlier.map(\.version) + [type.version] {
        guard let fields = type.fields(ofVersion: version) else { continue }
        let stem = "\(type.name)/v\(version)"
        let sample = try SampleEvent(type, fields, version: version, key: key)
        files.append(File(path: "\(stem).schema.json", content: schema(type, fields, version).prettyText + "\n"))
        files.append(File(path: "\(stem).sample.json", content: sample.payload.prettyText + "\n"))
        files.append(File(path: "\(stem).sample.sd-jwt", content: sample.presentation + "\n"))
      }
    }
    files.append(File(path: "sample-key.jwk", content: jwk.prettyText + "\n"))
    files.append(File(path: "README.md", content: readme))
    return files
  }

  private var jwk: JSON {
    [
      "kty": "OKP", "crv": "Ed25519", "alg": "EdDSA", "kid": .string(Thumbprint(key.verifyingKey).description),
      "x": key.verifyingKey.json,
    ]
  }

  /// The schema of an event as its reader has it: the payload with the disclosed fields put back, `_sd` removed.
  private func schema(_ type: EventType, _ fields: [FieldDeclaration], _ version: Int) -> JSON {
    let data: JSON = [
      "type": "object", "additionalProperties": false,
      "required": .array(
        fields.filter { $0.isRequired && $0.visibility == .clear }.map { .string($0.name) }),
      "properties": .object(
        fields.map { field in
          var schema = Self.shape(field, of: type).members ?? []
          schema.append(.init("description", .string(field.meaning)))
          schema.append(.init("x-zichtbaarheid", .string(field.visibility.rawValue)))
          return JSON.Member(field.name, .object(schema))
        }),
    ]
    let head: JSON = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$id": .string("urn:waarborg:gebeurtenis:\(type.name):\(version)"), "title": .string(type.name),
      "description": .string(type.meaning), "x-bron": .string(type.source),
      "x-ondertekenaars": Self.roles(type.signers),
      "x-mandaat": .bool(type.isMandatable),
    ]
    let body: JSON = [
      "type": "object", "additionalProperties": false,
      "required": ["iss", "jti", "iat", "sub", "seq", "evt", "ver", "op", "data"],
      "properties": [
        "iss": ["type": "string", "minLength": 1], "jti": FieldShape.event.schema,
        "iat": ["type": "integer", "minimum": 0], "sub": FieldShape.stream(kind: type.streamKind).schema,
        "seq": ["type": "integer", "minimum": 1], "evt": ["const": .string(type.name)],
        "ver": ["const": .int(Int64(version))], "op": (type.needsExactDate ? FieldShape.day : .date).schema,
        "chk": Self.digest, "vlt": Self.digest, "data": data,
      ],
    ]
    return .object((head.members ?? []) + signing(type, fields) + (body.members ?? []))
  }

  /// What the value of a field looks like; where nothing may be told, null stands for what was not filled in.
  private static func shape(_ field: FieldDeclaration, of type: EventType) -> JSON {
    guard type.concealment != nil, !field.isRequired, field.visibility.isSealed else { return field.shape.schema }
    return ["anyOf": [field.shape.schema, ["type": "null"]]]
  }

  /// A SHA-256 as a claim has it, base64url.
  private static let digest: JSON = ["type": "string", "pattern": "^[A-Za-z0-9_-]{43}$"]

  /// What else a verifier without this program needs to judge a signature, a stream and the vault; only what differs from
  /// what is usual.
  private func signing(_ type: EventType, _ fields: [FieldDeclaration]) -> [JSON.Member] {
    let sealed = fields.filter { ($0.isRequired || type.concealment != nil) && $0.visibility.isSealed }.map {
      JSON.string($0.name)
    }
    var members: [JSON.Member] = []
    if !type.recorders.isEmpty { members.append(.init("x-vastleggers", Self.roles(type.recorders))) }
    if let opens = type.opensStream { members.append(.init("x-opent", .bool(opens))) }
    if type.isOfOwnRegister { members.append(.init("x-eigenRegister", true)) }
    if type.isClosed { members.append(.init("x-besloten", true)) }
    if let hidden = type.concealment { members.append(.init("x-verhult", .string(hidden.rawValue))) }
    if !sealed.isEmpty { members.append(.init("x-verplicht", .array(sealed))) }
    return members
  }

  private static func roles(_ roles: Set<Rol>) -> JSON {
    .array(Rol.allCases.filter { roles.contains($0) }.map(\.json))
  }

  private var readme: String {
    var text = """
      # De gebeurtenissen van Waarborg

      Dit overzicht is gemaakt door `waarborg catalogus Events`; wijzig het niet met de hand. Van elke soort gebeurtenis en
      elke versie staan hier drie bestanden:

      | Bestand | Wat het is |
      |---|---|
      | `v1.schema.json` | JSON Schema (2020-12) van de gebeurtenis zoals een lezer haar heeft: geopende velden ingevuld, `_sd` weg |
      | `v1.sample.json` | een voorbeeld waarin alle velden open zijn |
      | `v1.sample.sd-jwt` | hetzelfde voorbeeld als SD-JWT (RFC 9901), ondertekend met `sample-key.jwk` |

      Wat met `x-` begint, is er voor wie zonder Waarborg controleert (`Tools/verify`): wie ondertekent (`x-ondertekenaars`), of
      dat in mandaat kan (`x-mandaat`), wie alleen vastlegt (`x-vastleggers`), of het de eerste van haar stroom is (`x-opent`),
      of een vertrouwenspersoon het in het eigen register ondertekent (`x-eigenRegister`), of de stroom besloten is
      (`x-besloten`), wat verborgen blijft voor wie niets kan openen (`x-verhult`: welke velden zijn ingevuld, want wat niet is ingevuld, is
      verzegeld als `null`; bij `uitkomst` ook hoe lang zij zijn), welke verzegelde velden er moeten zijn (`x-verplicht`), en wie een veld leest (`x-zichtbaarheid`).

      Een vrijgegeven schema verandert nooit meer (`released.sha256`); een nieuwe vorm is een nieuwe versie.

      | Gebeurtenis | Versie | Betekenis | Bron | Wie ondertekent |
      |---|---|---|---|---|

      """
    for type in catalog.events {
      let signers = Rol.allCases.filter { type.signers.contains($0) }.map(\.rawValue).joined(separator: ", ")
      text += "| [\(type.name)](\(type.name)/) | \(type.version) | \(type.meaning) | \(type.source) | \(signers) |\n"
    }
    return text
  }
}
