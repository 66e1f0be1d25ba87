import Governance
import Ledger

/// The description of the data for catalogues, after DCAT-AP-NL 3.0, as JSON-LD that needs nothing from elsewhere.
struct Dcat {
  let source: SiteSource

  init(_ source: SiteSource) { self.source = source }

  private var settings: SiteSettings { source.settings }

  var json: JSON {
    [
      "@context": [
        "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/", "vcard": "http://www.w3.org/2006/vcard/ns#",
        "xsd": "http://www.w3.org/2001/XMLSchema#",
      ],
      "@graph": .array([catalog, publisher, contact] + source.subjects.flatMap { [dataset($0)] + distributions($0) }),
    ]
  }

  private var catalog: JSON {
    [
      "@id": .string(id("catalogus")), "@type": "dcat:Catalog",
      "dct:title": dutch("Open gegevens van \(settings.organisatie)"),
      "dct:description": dutch("De gegevens die \(settings.organisatie) uit haar grootboek openbaar maakt."),
      "dct:publisher": reference(id("organisatie")), "dct:creator": reference(id("organisatie")),
      "dcat:contactPoint": reference(id("contact")), "dct:license": reference(settings.licence),
      "dct:language": reference(Self.authority + "language/NLD"), "foaf:homepage": reference(settings.url("/")),
      "dct:issued": date(source.since), "dct:modified": date(modified(source.subjects.flatMap { $0.changes ?? [] })),
      "dcat:dataset": .array(source.subjects.map { reference(id($0.slug)) }),
    ]
  }

  private func dataset(_ subject: PublishedSubject) -> JSON {
    [
      "@id": .string(id(subject.slug)), "@type": "dcat:Dataset",
      "dct:identifier": .string(id(subject.slug)), "dct:title": dutch(subject.title),
      "dct:description": dutch(subject.dataset.description),
      "dct:publisher": reference(id("organisatie")), "dct:creator": reference(id("organisatie")),
      "dcat:contactPoint": reference(id("contact")),
      // Government and public sector, of the European list of data themes.
      "dcat:theme": reference(Self.authority + "data-theme/GOVE"),
      "dcat:keyword": .array(subject.dataset.keywords.map(dutch)),
      "dct:accessRights": reference(Self.authority + "access-right/PUBLIC"),
      "dct:language": reference(Self.authority + "language/NLD"),
      "dcat:landingPage": reference(settings.url("/\(subject.slug)/")),
      "dct:issued": date(source.since), "dct:modified": date(modified(subject.changes ?? [])),
      "dcat:distribution": .array(forms(subject).map { reference(id($0.name)) }),
    ]
  }

  private struct Form {
    let name: String
    let title: String
    let path: String
    let mediaType: String
    let fileType: String
  }

  private func forms(_ subject: PublishedSubject) -> [Form] {
    let name = subject.slug
    return [
      Form(
        name: "\(name)-json", title: "\(subject.title), als JSON", path: SubjectData.Paths.json(name),
        mediaType: MediaType.json, fileType: "JSON"),
      Form(
        name: "\(name)-csv", title: "\(subject.title), als CSV", path: SubjectData.Paths.csv(name),
        mediaType: MediaType.csv, fileType: "CSV"),
    ]
      + (subject.history == nil
        ? []
        : [
          Form(
            name: "\(name)-historie", title: "\(subject.title), wat wanneer gold, als JSON",
            path: SubjectData.Paths.history(name), mediaType: MediaType.json, fileType: "JSON")
        ])
  }

  private func distributions(_ subject: PublishedSubject) -> [JSON] {
    forms(subject).map { form in
      var members: [JSON.Member] = [
        .init("@id", .string(id(form.name))), .init("@type", "dcat:Distribution"),
        .init("dct:title", dutch(form.title)), .init("dct:license", reference(settings.licence)),
        .init("dcat:accessURL", reference(settings.url("/\(subject.slug)/"))),
        .init("dcat:downloadURL", reference(settings.url("/" + form.path))),
        .init("dct:format", reference(Self.authority + "file-type/\(form.fileType)")),
        .init("dcat:mediaType", reference("https://www.iana.org/assignments/media-types/\(form.mediaType)")),
        .init("dct:language", reference(Self.authority + "language/NLD")),
        .init("dct:modified", date(modified(subject.changes ?? []))),
      ]
      if form.mediaType == MediaType.json {
        members.append(
          .init("dct:conformsTo", reference(settings.url("/" + form.path.replacing(".json", with: ".schema.json")))))
      }
      return .object(members)
    }
  }

  private var publisher: JSON {
    [
      "@id": .string(id("organisatie")), "@type": "foaf:Agent", "foaf:name": dutch(settings.organisatie),
      "foaf:homepage": reference(settings.url("/")),
    ]
  }

  private var contact: JSON {
    var members: [JSON.Member] = [
      .init("@id", .string(id("contact"))), .init("@type", "vcard:Organization"),
      .init("vcard:fn", dutch(settings.organisatie)),
    ]
    switch ContactPoint(settings.contact) {
    case .mail(let mail): members.append(.init("vcard:hasEmail", reference("mailto:" + mail)))
    case .link(let link): members.append(.init("vcard:hasURL", reference(link)))
    case nil: break
    }
    return .object(members)
  }

  private static let authority = "http://publications.europa.eu/resource/authority/"

  private func id(_ name: String) -> String { settings.url("/v1/dcat.jsonld#\(name)") }
  private func reference(_ address: String) -> JSON { ["@id": .string(address)] }
  private func dutch(_ text: String) -> JSON { ["@value": .string(text), "@language": "nl"] }
  private func date(_ day: CalendarDate) -> JSON { ["@value": day.json, "@type": "xsd:date"] }

  /// The day of the last change; before the first one, the day publishing was set up.
  private func modified(_ changes: [Change]) -> CalendarDate { changes.map(\.recordedAt).max()?.date ?? source.since }
}
