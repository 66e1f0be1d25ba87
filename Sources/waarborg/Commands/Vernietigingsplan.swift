import Console
import Governance
import Ledger
import Publicatie

/// What an erasure takes, told before it is done and in a dry run: which fields of which events, never what is in them.
struct Vernietigingsplan {
  struct Stuk {
    let event: RecordedEvent
    /// How people call what it is about; nil when it has no name.
    let over: String?
    let fields: [String]
  }

  let stukken: [Stuk]
  /// What of this stands on the public site, and how that is made again.
  private let opDeSite: OpDeSite?

  init(_ erased: [(event: RecordedEvent, fields: [String])], _ reading: Reading) throws {
    stukken = try erased.map { event, fields in
      let handle = try reading.handle(of: event.stream, versie: nil, reading.catalog)
      return Stuk(event: event, over: handle == event.stream.description ? nil : handle, fields: fields)
    }
    opDeSite = try OpDeSite(erased.map { ErasedFields(event: $0.event.id, fields: $0.fields) }, reading)
  }

  /// Event type, number and field names.
  func list(isRequest: Bool) -> Text {
    let list = stukken.map { stuk in
      let about = stuk.over.map { " \($0.safe())" } ?? ""
      return "\(stuk.event.type.name)\(about) (\(stuk.event.position)): \(stuk.fields.joined(separator: ", "))"
    }.joined(separator: "; ")
    return isRequest
      ? Text(nl: "Verzoeken te vernietigen: \(list).", en: "Request to erase: \(list).")
      : Text(nl: "Vernietigen: \(list).", en: "Erase: \(list).")
  }

  /// What stays, and that it cannot be undone: the ground is read by everyone with the log.
  func question(_ grond: String, isRequest: Bool) -> Text {
    let ground = Text(
      nl: "De grond «\(grond.safe())» blijft voor ieder met het log te lezen. ",
      en: "The ground “\(grond.safe())” stays readable for everyone with the log. ")
    let forGood = Text(nl: "Dit kan niet ongedaan worden gemaakt. ", en: "This cannot be undone. ")
    return ground + (isRequest ? Text("") : forGood) + Text(nl: "Doorgaan?", en: "Go on?")
  }

  /// What must be published again; nil when nothing of this is on the site.
  var publishAgain: Text? { opDeSite?.text }

  func json(isRequest: Bool, isDryRun: Bool) -> JSON {
    .object([
      .init("message_type", "vernietiging"), .init("verzoek", .bool(isRequest)),
      .init(
        "stukken",
        .array(
          stukken.map { stuk -> JSON in
            [
              "position": .int(Int64(clamping: stuk.event.position)), "event": .string(stuk.event.type.name),
              "over": stuk.over.map { .string($0) } ?? .null, "velden": stuk.fields.json,
            ]
          })),
      .init("opnieuw_publiceren", .array((opDeSite?.nummers ?? []).map { .int(Int64(clamping: $0)) })),
      .init("dry_run", .bool(isDryRun)),
    ])
  }
}
