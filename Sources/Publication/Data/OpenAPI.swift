import Governance
import Ledger

/// The description of the data files as an interface (OpenAPI 3.1; NL API Design Rules).
struct OpenAPI {
  let source: SiteSource

  init(_ source: SiteSource) { self.source = source }

  var json: JSON {
    [
      "openapi": "3.1.0",
      "info": [
        "title": .string("Open gegevens van \(source.settings.organisatie)"),
        "description":
          "Bestanden die bij elke publicatie opnieuw worden gemaakt. Er is geen sleutel nodig; alleen lezen kan.",
        "version": "1.0.0",
        "contact": contact,
        "license": ["name": "Licentie van de gegevens", "url": .string(source.settings.licence)],
      ],
      "servers": [["url": .string(source.settings.address)]],
      "paths": .object(source.subjects.flatMap(paths) + whole),
      "components": ["schemas": ["Probleem": problem], "responses": ["NietGevonden": notFound]],
    ]
  }

  private var contact: JSON {
    var members: [JSON.Member] = [.init("name", .string(source.settings.organisatie))]
    switch ContactPoint(source.settings.contact) {
    case .link(let link): members.append(.init("url", .string(link)))
    case .mail(let mail):
      members += [.init("url", .string(source.settings.url("/"))), .init("email", .string(mail))]
    case nil: break
    }
    return .object(members)
  }

  private func paths(_ subject: PublishedSubject) -> [JSON.Member] {
    typealias Paths = SubjectData.Paths
    let name = subject.slug
    // Beside this file, so that whoever has the folder needs no network.
    let schema: JSON = ["$ref": .string("\(name).schema.json")]
    let text: JSON = ["type": "string"]
    return [
      path("/" + Paths.json(name), "\(name)Json", "\(subject.title), als JSON", MediaType.json, schema),
      path("/" + Paths.csv(name), "\(name)Csv", "\(subject.title), als CSV met puntkomma's", MediaType.csv, text),
      path("/" + Paths.schema(name), "\(name)Schema", "Het JSON Schema", MediaType.schema, ["type": "object"]),
    ]
      + (subject.history == nil
        ? []
        : [
          path(
            "/" + Paths.history(name), "\(name)Historie", "\(subject.title): wat wanneer gold, als JSON",
            MediaType.json,
            ["$ref": .string("\(DataTable.historyName(name)).schema.json")])
        ])
      + parts(subject, schema)
      + (subject.changes == nil
        ? []
        : [path("/" + Paths.feed(name), "\(name)Wijzigingen", "Wat er veranderde, als Atom-feed", MediaType.atom, text)])
  }

  /// The smaller files of a divided table, as one path with a word to fill in.
  private func parts(_ subject: PublishedSubject, _ schema: JSON) -> [JSON.Member] {
    guard let division = subject.dataset.division else { return [] }
    let word: JSON = [
      "name": .string(division.column), "in": "path", "required": true,
      "description": "Het woord uit het adres van de pagina.",
      "schema": ["type": "string", "pattern": "^[a-z0-9][a-z0-9-]*$"],
    ]
    return [
      path(
        division.path(of: "{\(division.column)}", in: subject.slug), "\(subject.slug)Deel",
        "\(subject.title), een deel", MediaType.json, schema, parameters: [word])
    ]
  }

  private var whole: [JSON.Member] {
    [
      path(
        "/v1/dcat.jsonld", "beschrijving", "De beschrijving van de gegevens (DCAT-AP-NL 3.0)", MediaType.linkedData,
        ["type": "object"]),
      path("/" + SiteMarker.path, "site", "Waar deze site uit is gemaakt", MediaType.json, ["type": "object"]),
      path(
        "/" + SiteManifest.path, "manifest", "De SHA-256 van elk bestand van de site", MediaType.plain,
        ["type": "string"]),
    ]
  }

  private func path(
    _ path: String, _ operation: String, _ summary: String, _ mediaType: String, _ schema: JSON,
    parameters: [JSON] = []
  ) -> JSON.Member {
    let version: JSON = [
      "description": "De volledige versie van de interface.", "schema": ["type": "string", "const": "1.0.0"],
    ]
    let answer: JSON = [
      "description": .string(summary), "headers": ["API-Version": version],
      "content": .object([.init(mediaType, ["schema": schema])]),
    ]
    let get: JSON = [
      "operationId": .string(operation.replacing("-", with: "")), "summary": .string(summary),
      "responses": ["200": answer, "404": ["$ref": "#/components/responses/NietGevonden"]],
    ]
    return JSON.Member(
      path, .object([.init("get", get)] + (parameters.isEmpty ? [] : [.init("parameters", .array(parameters))])))
  }

  private var notFound: JSON {
    [
      "description": "Dit bestand is er niet.",
      "content": .object([.init(MediaType.problem, ["schema": ["$ref": "#/components/schemas/Probleem"]])]),
    ]
  }

  /// RFC 9457.
  private var problem: JSON {
    [
      "type": "object",
      "properties": [
        "type": ["type": "string"], "title": ["type": "string"], "status": ["type": "integer"],
        "detail": ["type": "string"],
      ],
      "required": ["title", "status", "detail"],
    ]
  }
}
