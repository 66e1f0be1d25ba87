import Governance
import Ledger

/// What the organisation recorded of its calendar, each fact with the day from which it is in force.
struct KalenderView: Projection {
  let name = "kalender"
  let version = 1

  let events: Set<String> = [
    WerkdagenVastgesteld.type.name, SluitingsdagVastgelegd.type.name, SluitingsdagIngetrokken.type.name,
    GelijkgesteldeDagenVastgelegd.type.name,
  ]

  let tables = [
    ViewTable(
      "werkdagen",
      columns: """
        position INTEGER PRIMARY KEY, vanaf TEXT NOT NULL, weekdagen TEXT NOT NULL, feestdagen TEXT NOT NULL,
        gelijkgesteld TEXT NOT NULL, regeling TEXT NOT NULL
        """, key: "position"),
    ViewTable(
      "sluitingsdag",
      columns: """
        stroom TEXT PRIMARY KEY, position INTEGER NOT NULL, vanaf TEXT NOT NULL, dag TEXT NOT NULL, reden TEXT NOT NULL,
        ingetrokken TEXT
        """, key: "stroom", indexes: ["dag"]),
    ViewTable(
      "tabel",
      columns: """
        position INTEGER PRIMARY KEY, vanaf TEXT NOT NULL, versie TEXT NOT NULL, besluiten TEXT NOT NULL,
        herkomst TEXT NOT NULL
        """, key: "position", indexes: ["versie"]),
  ]

  func apply(_ event: RecordedEvent, to tables: ViewWriter) throws {
    let (position, from) = (TableValue.int(Int64(event.position)), TableValue.text(event.effective.description))
    switch event.type.name {
    case WerkdagenVastgesteld.type.name:
      try tables.run(
        """
        INSERT INTO {werkdagen} (position, vanaf, weekdagen, feestdagen, gelijkgesteld, regeling)
        VALUES (?, ?, ?, ?, ?, ?)
        """,
        [
          position, from, .text((event[WerkdagenVastgesteld.weekdagen] ?? []).map(\.rawValue).joined(separator: " ")),
          .optional(event[WerkdagenVastgesteld.feestdagen]?.rawValue),
          .optional(event[WerkdagenVastgesteld.gelijkgesteldeDagen]?.rawValue),
          .optional(event[WerkdagenVastgesteld.regeling]),
        ])
    case SluitingsdagVastgelegd.type.name:
      try tables.run(
        "INSERT INTO {sluitingsdag} (stroom, position, vanaf, dag, reden) VALUES (?, ?, ?, ?, ?)",
        [
          .text(event.stream.description), position, from, .optional(event[SluitingsdagVastgelegd.dag]?.description),
          .optional(event[SluitingsdagVastgelegd.reden]),
        ])
    case SluitingsdagIngetrokken.type.name:
      try tables.run(
        "UPDATE {sluitingsdag} SET ingetrokken = ? WHERE stroom = ?", [from, .text(event.stream.description)])
    case GelijkgesteldeDagenVastgelegd.type.name:
      try tables.run(
        "INSERT INTO {tabel} (position, vanaf, versie, besluiten, herkomst) VALUES (?, ?, ?, ?, ?)",
        [
          position, from, .optional(event[GelijkgesteldeDagenVastgelegd.versie]),
          .text((event[GelijkgesteldeDagenVastgelegd.besluiten] ?? []).json.text),
          .optional(event[GelijkgesteldeDagenVastgelegd.herkomst]),
        ])
    default: break
    }
  }
}
